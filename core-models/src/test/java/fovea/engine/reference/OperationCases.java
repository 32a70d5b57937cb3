package fovea.engine.reference;

import fovea.graph.Bias;
import fovea.graph.GraphBuilder;
import fovea.graph.Initializer;
import fovea.graph.Op;
import fovea.graph.Role;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.graph.Window;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/// Small graphs that together use every operation in every way that matters. Each takes an image
/// `N×4×6×5`; the values are kept away from kinks by the seeds of the tests.
public final class OperationCases {
    private static final Window UNEVEN =
            new Window(
                    new Window.Size(3, 2),
                    new Window.Size(2, 1),
                    new Window.Size(1, 0),
                    new Window.Size(1, 2));

    private OperationCases() {}

    public static Map<String, BiFunction<GraphBuilder, Value, Value>> all() {
        Map<String, BiFunction<GraphBuilder, Value, Value>> cases = new LinkedHashMap<>();
        images(cases);
        matrices(cases);
        shapes(cases);
        for (Op.Function function : Op.Function.values()) {
            cases.put(function.name(), (g, x) -> g.unary(function, domain(function, g, x)));
        }
        for (Op.Operator operator : Op.Operator.values()) {
            cases.put(
                    operator.name(),
                    (g, x) -> {
                        Value w = weights(g, Shape.of(4, 1, 5));
                        return g.binary(
                                operator, x, operator == Op.Operator.DIVIDE ? away(g, w) : w);
                    });
        }
        return cases;
    }

    private static void images(Map<String, BiFunction<GraphBuilder, Value, Value>> cases) {
        cases.put("convolution", (g, x) -> g.at("c").conv2d(x, 3, Window.same(3), Bias.LEARNT));
        cases.put("uneven convolution", (g, x) -> g.at("c").conv2d(x, 3, UNEVEN, Bias.NONE));
        cases.put(
                "grouped convolution",
                (g, x) -> g.at("c").conv2d(x, 6, Window.same(3).stride(2), 2, Bias.LEARNT));
        cases.put(
                "depthwise convolution",
                (g, x) -> g.at("c").conv2d(x, 4, Window.same(3), 4, Bias.NONE));
        cases.put(
                "transposed convolution",
                (g, x) -> g.at("t").convTranspose2d(x, 3, Window.kernel(2).stride(2), Bias.LEARNT));
        cases.put(
                "uneven transposed convolution",
                (g, x) -> g.at("t").convTranspose2d(x, 2, UNEVEN, Bias.NONE));
        cases.put("batch norm", (g, x) -> g.at("n").batchNorm(x));
        cases.put(
                "residual block",
                (g, x) -> {
                    Value y = g.at("c").conv2d(x, 4, Window.same(3), Bias.NONE);
                    return g.relu(g.add(g.at("n").batchNorm(y), x));
                });
        cases.put("maximum pooling", (g, x) -> g.maxPool2d(x, Window.same(3).stride(2)));
        cases.put("padding", (g, x) -> g.apply(new Op.Pad(1, 0, 2, 1, -0.5), x));
        for (Op.Interpolation interpolation : Op.Interpolation.values()) {
            cases.put(
                    "upsampling " + interpolation,
                    (g, x) -> g.apply(new Op.Upsample(3, interpolation), x));
        }
        cases.put(
                "average pooling",
                (g, x) -> g.apply(new Op.AveragePool2d(Window.same(3).stride(2)), x));
    }

    /// A gradient that several nodes hand on as it is while another still adds to it.
    private static Value beside(GraphBuilder g, Value x, boolean padded) {
        Value q = g.at("q").conv2d(x, 3, Window.same(3), Bias.NONE);
        Value a = g.at("a").conv2d(x, 3, Window.same(3), Bias.NONE);
        Value passed = padded ? g.apply(new Op.Pad(0, 0, 0, 0, 0), a) : g.concat(1, a);
        Value r = g.unary(Op.Function.TANH, a);
        Value s = g.add(passed, q);
        return g.add(s, r);
    }

    private static void matrices(Map<String, BiFunction<GraphBuilder, Value, Value>> cases) {
        cases.put("linear", (g, x) -> g.at("l").linear(g.flatten(x), 3));
        cases.put(
                "linear on tokens without bias",
                (g, x) -> g.at("l").linear(tokens(g, x), 3, Bias.NONE, new Initializer.Normal(1)));
        cases.put(
                "matrix product",
                (g, x) -> g.apply(new Op.MatMul(), tokens(g, x), g.permute(tokens(g, x), 0, 2, 1)));
        cases.put("layer norm", (g, x) -> g.at("n").layerNorm(tokens(g, x), 1e-5));
        cases.put(
                "attention",
                (g, x) -> {
                    Value t = tokens(g, x);
                    return g.apply(
                            new Op.Attention(2),
                            g.at("q").linear(t, 4),
                            g.at("k").linear(t, 4),
                            g.at("v").linear(t, 4));
                });
        cases.put("softmax", (g, x) -> g.apply(new Op.Softmax(), x));
        cases.put("log softmax", (g, x) -> g.apply(new Op.LogSoftmax(), x));
    }

    private static void shapes(Map<String, BiFunction<GraphBuilder, Value, Value>> cases) {
        cases.put("scale", (g, x) -> g.apply(new Op.Scale(-1.5, 0.25), x));
        cases.put("sum", (g, x) -> g.sum(x, 1, 3));
        cases.put("mean", (g, x) -> g.mean(x, 2, 3));
        cases.put("mean over nothing", (g, x) -> g.mean(x));
        cases.put("sum over the batch", (g, x) -> g.sum(x, 0));
        for (boolean padded : new boolean[] {true, false}) {
            cases.put(
                    (padded ? "padding by nothing" : "concat of one") + " beside another reader",
                    (g, x) -> beside(g, x, padded));
        }
        cases.put("concat", (g, x) -> g.concat(1, x, g.relu(x), g.slice(x, 1, 1, 2)));
        cases.put("slice", (g, x) -> g.slice(x, 2, 1, 4));
        cases.put("reshape", (g, x) -> g.reshape(x, Shape.of(Shape.BATCH, 6, 20)));
        cases.put("permute", (g, x) -> g.permute(x, 0, 2, 3, 1));
        cases.put(
                "class token",
                (g, x) ->
                        g.concat(
                                1,
                                g.apply(new Op.ExpandBatch(), weights(g, Shape.of(1, 1, 4)), x),
                                tokens(g, x)));
        cases.put("dropout at rate 0", (g, x) -> g.apply(new Op.Dropout(0), x));
        cases.put("drop path at rate 0", (g, x) -> g.apply(new Op.DropPath(0), x));
        cases.put(
                "value used twice",
                (g, x) -> {
                    Value y = g.at("c").conv2d(x, 4, Window.kernel(1), Bias.NONE);
                    return g.multiply(g.relu(y), g.add(y, y));
                });
    }

    private static Value weights(GraphBuilder g, Shape shape) {
        return g.parameter("w", shape, new Initializer.Normal(1), Role.WEIGHT);
    }

    /// `N×4×6×5` → `N×30×4`.
    private static Value tokens(GraphBuilder g, Value x) {
        return g.permute(g.reshape(x, Shape.of(Shape.BATCH, 4, 30)), 0, 2, 1);
    }

    /// Moves weights beyond ±1.5, so that divisions and comparisons are smooth.
    private static Value away(GraphBuilder g, Value x) {
        return g.apply(new Op.Scale(1, 4), g.unary(Op.Function.TANH, x));
    }

    private static Value domain(Op.Function function, GraphBuilder g, Value x) {
        return switch (function) {
            case LOG, SQRT -> g.apply(new Op.Scale(1, 0.5), g.unary(Op.Function.EXP, x));
            default -> g.apply(new Op.Scale(3, 0), x);
        };
    }
}
