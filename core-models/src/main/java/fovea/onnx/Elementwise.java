package fovea.onnx;

import fovea.graph.Op;

import java.util.List;

/// Functions of one and two elements.
final class Elementwise {
    private Elementwise() {}

    static String unary(Emitter e, Op.Function function) {
        String x = e.x(0);
        return switch (function) {
            case RELU -> e.last("Relu", e.all());
            case RELU6 -> e.last("Clip", List.of(x, e.draft().real(0), e.draft().real(6)));
            case GELU -> gelu(e, x);
            case SIGMOID -> e.last("Sigmoid", e.all());
            case TANH -> e.last("Tanh", e.all());
            case SILU -> e.last("Mul", List.of(x, e.part("gate", "Sigmoid", List.of(x))));
            case HARD_SIGMOID ->
                    e.last("HardSigmoid", e.all(), AttributeProto.real("alpha", 1 / 6.0));
            case HARD_SWISH -> e.last("HardSwish", e.all());
            case SOFTPLUS -> e.last("Softplus", e.all());
            case EXP -> e.last("Exp", e.all());
            case LOG -> e.last("Log", e.all());
            case SQRT -> e.last("Sqrt", e.all());
            case SQUARE -> e.last("Mul", List.of(x, x));
            case ABS -> e.last("Abs", e.all());
        };
    }

    /// x·(1 + erf(x / √2))·½ in the order in which ONNX Runtime knows it as one operation.
    private static String gelu(Emitter e, String x) {
        String scaled = e.part("scaled", "Div", List.of(x, e.draft().real(Math.sqrt(2))));
        String erf = e.part("erf", "Erf", List.of(scaled));
        String shifted = e.part("shifted", "Add", List.of(erf, e.draft().real(1)));
        String product = e.part("product", "Mul", List.of(x, shifted));
        return e.last("Mul", List.of(product, e.draft().real(0.5)));
    }

    static String binary(Emitter e, Op.Operator operator) {
        String name =
                switch (operator) {
                    case ADD -> "Add";
                    case SUBTRACT -> "Sub";
                    case MULTIPLY -> "Mul";
                    case DIVIDE -> "Div";
                    case MAXIMUM -> "Max";
                    case MINIMUM -> "Min";
                };
        return e.last(name, e.all());
    }

    static String scale(Emitter e, Op.Scale scale) {
        String factor = e.draft().real(scale.factor());
        if (scale.offset() == 0) {
            return e.last("Mul", List.of(e.x(0), factor));
        }
        String product = e.part("product", "Mul", List.of(e.x(0), factor));
        return e.last("Add", List.of(product, e.draft().real(scale.offset())));
    }
}
