package fovea.engine.torch;

import fovea.graph.Op;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/// Element-wise functions.
final class Functions {
    private Functions() {}

    static Tensor apply(Op.Function function, Tensor x) {
        return switch (function) {
            case RELU -> torch.relu(x);
            case RELU6 -> torch.relu6(x);
            case GELU -> torch.gelu(x);
            case SIGMOID -> torch.sigmoid(x);
            case TANH -> torch.tanh(x);
            case SILU -> torch.silu(x);
            case HARD_SIGMOID -> torch.hardsigmoid(x);
            case HARD_SWISH -> torch.hardswish(x);
            case SOFTPLUS -> torch.softplus(x);
            case EXP -> torch.exp(x);
            case LOG -> torch.log(x);
            case SQRT -> torch.sqrt(x);
            case SQUARE -> torch.square(x);
            case ABS -> torch.abs(x);
        };
    }

    static Tensor apply(Op.Operator operator, Tensor a, Tensor b) {
        return switch (operator) {
            case ADD -> torch.add(a, b);
            case SUBTRACT -> torch.sub(a, b);
            case MULTIPLY -> torch.mul(a, b);
            case DIVIDE -> torch.div(a, b);
            case MAXIMUM -> torch.maximum(a, b);
            case MINIMUM -> torch.minimum(a, b);
        };
    }

    static Tensor scale(Op.Scale scale, Tensor x) {
        Tensor product = torch.mul(x, new Scalar(scale.factor()));
        return scale.offset() == 0 ? product : torch.add(product, new Scalar(scale.offset()));
    }

    static Tensor reduce(Op.Reduction reduction, Tensor x, long... axes) {
        // Without axes libtorch would fold all of them.
        if (axes.length == 0) {
            return new Tensor(x);
        }
        return switch (reduction) {
            case SUM -> torch.sum(x, axes);
            case MEAN -> torch.mean(x, axes);
        };
    }
}
