package fovea.onnx;

import fovea.graph.Op;
import fovea.graph.Value;

import java.util.List;

/// Operations on vectors, such as the tokens `N×T×C` of a transformer.
final class TokenLayers {
    private TokenLayers() {}

    static String linear(Emitter e) {
        List<String> x = e.allWide();
        if (e.value().input(0).shape().rank() == 2) {
            return e.lastWide("Gemm", x, AttributeProto.whole("transB", 1));
        }
        String weight =
                e.part(
                        "transposed",
                        "Transpose",
                        List.of(x.get(1)),
                        AttributeProto.wholes("perm", 1, 0));
        if (x.size() == 2) {
            return e.lastWide("MatMul", List.of(x.get(0), weight));
        }
        String product = e.part("product", "MatMul", List.of(x.get(0), weight));
        return e.lastWide("Add", List.of(product, x.get(2)));
    }

    static String layerNorm(Emitter e, Op.LayerNorm norm) {
        return e.last(
                "LayerNormalization",
                e.all(),
                AttributeProto.whole("axis", -1),
                AttributeProto.real("epsilon", norm.epsilon()));
    }

    /// softmax(q·kᵀ / √d)·v for each head.
    static String attention(Emitter e, int heads) {
        Value query = e.value().input(0);
        int channels = query.shape().dim(2);
        int width = channels / heads;
        String split = e.draft().wholes(0, 0, heads, width);
        String q = part(e, split, 0, 2, 1, 3);
        String k = part(e, split, 1, 2, 3, 1);
        String v = part(e, split, 2, 2, 1, 3);
        String scaled = e.part("scaled", "Mul", List.of(q, e.draft().single(1 / Math.sqrt(width))));
        String scores = e.part("scores", "MatMul", List.of(scaled, k));
        String shares =
                e.part("shares", "Softmax", List.of(scores), AttributeProto.whole("axis", -1));
        String mixed = e.part("mixed", "MatMul", List.of(shares, v));
        String joined =
                e.part(
                        "joined",
                        "Transpose",
                        List.of(mixed),
                        AttributeProto.wholes("perm", 0, 2, 1, 3));
        return e.lastWide("Reshape", List.of(joined, e.draft().wholes(0, 0, channels)));
    }

    /// `N×T×C` with the heads in front: `N×heads×…`.
    private static String part(Emitter e, String split, int input, int second, int... last) {
        String name = List.of("query", "key", "value").get(input);
        String heads = e.part(name, "Reshape", List.of(e.draft().widened(e.x(input)), split));
        return e.part(
                name,
                "Transpose",
                List.of(heads),
                AttributeProto.wholes("perm", 0, second, last[0], last[1]));
    }
}
