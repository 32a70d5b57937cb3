package fovea.model.layered;

import fovea.component.Help;
import fovea.graph.GraphBuilder;
import fovea.graph.Op;
import fovea.graph.Value;

import java.util.List;

/// A function of each element, or the softmax over the channels.
@Help("A function of each element, or the softmax over the channels")
public record Activation(@Help("Which function") Kind function) implements Layer {
    /// The functions.
    public enum Kind {
        RELU,
        /// min(max(x, 0), 6)
        RELU6,
        /// x·Φ(x), exact
        GELU,
        /// x·(1 + tanh(√(2/π)·(x + 0.044715·x³)))/2
        GELU_TANH,
        SIGMOID,
        TANH,
        /// x·sigmoid(x)
        SILU,
        /// min(max(x + 3, 0), 6) / 6
        HARD_SIGMOID,
        /// min(max(0.2·x + 0.5, 0), 1)
        STEEP_HARD_SIGMOID,
        /// x·hard sigmoid(x)
        HARD_SWISH,
        /// log(1 + eˣ)
        SOFTPLUS,
        /// x / (1 + |x|)
        SOFTSIGN,
        /// x·tanh(softplus(x))
        MISH,
        /// Klambauer et al., 2017
        SELU,
        EXPONENTIAL,
        ABSOLUTE,
        SQUARE,
        SQUARE_ROOT,
        /// Over the channels.
        SOFTMAX
    }

    private static final double SELU_ALPHA = 1.6732632423543772;
    private static final double SELU_SCALE = 1.0507009873554805;

    @Override
    public Value apply(GraphBuilder g, List<Value> inputs) {
        return applied(g, Inputs.one(inputs));
    }

    private Value applied(GraphBuilder g, Value x) {
        return switch (function) {
            case RELU -> g.relu(x);
            case RELU6 -> g.unary(Op.Function.RELU6, x);
            case GELU -> g.unary(Op.Function.GELU, x);
            case GELU_TANH -> geluTanh(g, x);
            case SIGMOID -> g.unary(Op.Function.SIGMOID, x);
            case TANH -> g.unary(Op.Function.TANH, x);
            case SILU -> g.unary(Op.Function.SILU, x);
            case HARD_SIGMOID -> g.unary(Op.Function.HARD_SIGMOID, x);
            // hard_sigmoid(y) = min(max(y/6 + 0.5, 0), 1)
            case STEEP_HARD_SIGMOID -> g.unary(Op.Function.HARD_SIGMOID, g.scale(x, 1.2, 0));
            case HARD_SWISH -> g.unary(Op.Function.HARD_SWISH, x);
            case SOFTPLUS -> g.unary(Op.Function.SOFTPLUS, x);
            case SOFTSIGN ->
                    g.binary(Op.Operator.DIVIDE, x, g.scale(g.unary(Op.Function.ABS, x), 1, 1));
            case MISH -> g.multiply(x, g.unary(Op.Function.TANH, g.unary(Op.Function.SOFTPLUS, x)));
            case SELU -> g.scale(Elu.of(g, x, SELU_ALPHA), SELU_SCALE, 0);
            case EXPONENTIAL -> g.unary(Op.Function.EXP, x);
            case ABSOLUTE -> g.unary(Op.Function.ABS, x);
            case SQUARE -> g.unary(Op.Function.SQUARE, x);
            case SQUARE_ROOT -> g.unary(Op.Function.SQRT, x);
            case SOFTMAX ->
                    Inputs.channelsFirst(g, g.apply(new Op.Softmax(), Inputs.channelsLast(g, x)));
        };
    }

    private static Value geluTanh(GraphBuilder g, Value x) {
        Value inner = g.scale(g.unary(Op.Function.SQUARE, x), 0.044715, 1);
        Value slope = g.scale(g.multiply(x, inner), Math.sqrt(2 / Math.PI), 0);
        return g.multiply(x, g.scale(g.unary(Op.Function.TANH, slope), 0.5, 0.5));
    }
}
