package fovea.graph;

import java.util.Locale;

/// What operations are called in node names.
final class Names {
    private Names() {}

    static String ofOp(Op op) {
        return switch (op) {
            case Op.Unary unary -> unary.function().name().toLowerCase(Locale.ROOT);
            case Op.Binary binary -> binary.operator().name().toLowerCase(Locale.ROOT);
            case Op.Reduce reduce -> reduce.reduction().name().toLowerCase(Locale.ROOT);
            case Op other -> other.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        };
    }
}
