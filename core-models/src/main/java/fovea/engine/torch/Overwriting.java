package fovea.engine.torch;

import fovea.graph.Op;
import fovea.graph.Value;

import org.bytedeco.pytorch.Tensor;

import java.util.Optional;

/// Operations that may write their result over their first input, which saves memory and the time
/// to fill it. Allowed where nobody else reads that input and no gradient needs it.
final class Overwriting {
    private Overwriting() {}

    /// @param uses how often the first input is read, results of the graph included
    static Optional<Kernel> of(Value value, int uses) {
        if (uses != 1 || value.inputs().isEmpty() || !forgotten(value.input(0).op())) {
            return Optional.empty();
        }
        if (value.op().equals(new Op.Unary(Op.Function.RELU))) {
            return Optional.of(
                    x -> {
                        x[0].relu_();
                        return new Tensor(x[0]);
                    });
        }
        if (value.op().equals(new Op.Binary(Op.Operator.ADD))
                && value.input(0).shape().equals(value.shape())) {
            return Optional.of(
                    x -> {
                        x[0].add_(x[1]);
                        return new Tensor(x[0]);
                    });
        }
        return Optional.empty();
    }

    /// Whether the operation's gradient does without its result, and its result has memory of its
    /// own.
    private static boolean forgotten(Op op) {
        return switch (op) {
            case Op.Conv2d conv -> true;
            case Op.ConvTranspose2d conv -> true;
            case Op.Linear linear -> true;
            case Op.BatchNorm norm -> true;
            case Op.Binary binary -> binary.operator() == Op.Operator.ADD;
            case Op.Input input -> false;
            case Op.Parameter parameter -> false;
            case Op.MatMul product -> false;
            case Op.LayerNorm norm -> false;
            case Op.MaxPool2d pool -> false;
            case Op.AveragePool2d pool -> false;
            case Op.Pad pad -> false;
            case Op.Upsample upsample -> false;
            case Op.Unary unary -> false;
            case Op.Scale scale -> false;
            case Op.Softmax softmax -> false;
            case Op.LogSoftmax softmax -> false;
            case Op.Reduce reduce -> false;
            case Op.Concat concat -> false;
            case Op.Slice slice -> false;
            case Op.Reshape reshape -> false;
            case Op.Permute permute -> false;
            case Op.ExpandBatch expand -> false;
            case Op.Attention attention -> false;
            case Op.Dropout dropout -> false;
            case Op.DropPath dropPath -> false;
        };
    }
}
