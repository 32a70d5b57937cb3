package fovea.graph;

import java.util.List;

/// An operation of a graph. Everything that is done with a model (shapes, counts, training, export)
/// is an exhaustive switch over this type. The inputs of each are listed in its comment, in order.
public sealed interface Op {
    /// Given from outside by name. No inputs.
    record Input(Shape shape) implements Op {}

    /// A named tensor that belongs to the model. No inputs.
    record Parameter(Shape shape, Initializer initializer, Role role) implements Op {}

    /// Cross-correlation. Inputs: x `N×C×H×W`, weight `out×C/groups×kH×kW`, optionally bias `out`.
    record Conv2d(Window window, int groups) implements Op {}

    /// Transposed convolution: H' = (H−1)·stride − 2·padding + dilation·(k−1) + 1. Inputs: x,
    /// weight `C×out/groups×kH×kW`, optionally bias.
    record ConvTranspose2d(Window window, int groups) implements Op {}

    /// x·Wᵀ + b on the last axis. Inputs: x `…×in`, weight `out×in`, optionally bias `out`.
    record Linear() implements Op {}

    /// Product of the last two axes. Inputs: a `…×n×k`, b `…×k×m`, same rank and leading
    /// dimensions.
    record MatMul() implements Op {}

    /// Batch normalisation (Ioffe and Szegedy, 2015) over N, H, W; running statistics move by
    /// `momentum` towards the batch (variance unbiased). Inputs: x `N×C×H×W`, weight `C`, bias `C`,
    /// running mean `C`, running variance `C`.
    record BatchNorm(double epsilon, double momentum) implements Op {}

    /// Layer normalisation over the last axis (Ba et al., 2016). Inputs: x `…×C`, weight `C`, bias
    /// `C`.
    record LayerNorm(double epsilon) implements Op {}

    /// Largest value in each window; padding never wins. Inputs: x `N×C×H×W`.
    record MaxPool2d(Window window) implements Op {}

    /// Mean of each window, padding counted as zeros. Inputs: x `N×C×H×W`.
    record AveragePool2d(Window window) implements Op {}

    /// Adds rows and columns of one value around an image. Inputs: x `N×C×H×W`.
    record Pad(int top, int bottom, int left, int right, double value) implements Op {}

    /// Makes an image larger by a whole factor; pixels are squares whose centres are compared
    /// (half-pixel centres, borders repeated). Inputs: x `N×C×H×W`.
    record Upsample(int factor, Interpolation interpolation) implements Op {}

    /// A function of each element. Inputs: x.
    record Unary(Function function) implements Op {}

    /// Element by element, with broadcasting. Inputs: a, b.
    record Binary(Operator operator) implements Op {}

    /// factor·x + offset. Inputs: x.
    record Scale(double factor, double offset) implements Op {}

    /// Softmax over the last axis. Inputs: x.
    record Softmax() implements Op {}

    /// Logarithm of the softmax over the last axis. Inputs: x.
    record LogSoftmax() implements Op {}

    /// Sum or mean over axes, which disappear. Inputs: x.
    record Reduce(Reduction reduction, List<Integer> axes) implements Op {
        public Reduce {
            axes = List.copyOf(axes);
        }
    }

    /// Side by side along an axis. Inputs: one or more, equal in all other dimensions.
    record Concat(int axis) implements Op {}

    /// A range of an axis. Inputs: x.
    record Slice(int axis, int start, int length) implements Op {}

    /// Same elements, other shape; the batch dimension stays first. Inputs: x.
    record Reshape(Shape shape) implements Op {}

    /// Axes in another order: axis i of the result is axis `axes[i]` of x. Inputs: x.
    record Permute(List<Integer> axes) implements Op {
        public Permute {
            axes = List.copyOf(axes);
        }
    }

    /// Repeats a `1×…` value for every sample of a reference. Inputs: x `1×…`, reference `N×…`.
    /// Result `N×…` as x.
    record ExpandBatch() implements Op {}

    /// Multi-head scaled dot-product attention (Vaswani et al., 2017), heads side by side in C.
    /// Inputs: query, key, value `N×T×C`.
    record Attention(int heads) implements Op {}

    /// While training, zeroes elements at this rate and scales the others by 1/(1−rate). Inputs: x.
    record Dropout(double rate) implements Op {}

    /// While training, zeroes whole samples at this rate and scales the others by 1/(1−rate)
    /// (stochastic depth: Huang et al., 2016). Inputs: x.
    record DropPath(double rate) implements Op {}

    /// Functions of one element.
    enum Function {
        RELU,
        /// min(max(x, 0), 6)
        RELU6,
        /// x·Φ(x), exact
        GELU,
        SIGMOID,
        TANH,
        /// x·sigmoid(x)
        SILU,
        /// min(max(x + 3, 0), 6) / 6
        HARD_SIGMOID,
        /// x·hard sigmoid(x)
        HARD_SWISH,
        /// log(1 + eˣ), stable
        SOFTPLUS,
        EXP,
        LOG,
        SQRT,
        SQUARE,
        ABS
    }

    /// Functions of two elements.
    enum Operator {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        MAXIMUM,
        MINIMUM
    }

    /// How values between pixels are found.
    enum Interpolation {
        NEAREST,
        BILINEAR
    }

    /// How an axis is folded.
    enum Reduction {
        SUM,
        MEAN
    }
}
