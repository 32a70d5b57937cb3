package fovea.engine.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.engine.Device;
import fovea.engine.Engine;
import fovea.engine.Precision;
import fovea.engine.TrainingOptions;
import fovea.engine.TrainingSession;
import fovea.engine.Weights;
import fovea.graph.Graph;
import fovea.graph.GraphBuilder;
import fovea.graph.Initializer;
import fovea.graph.Role;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.optimization.Optimizer;
import fovea.tensor.HostTensor;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Optimisers on a loss whose gradients are given: Σ w·a + Σ b·c, where w decays and b does not.
public abstract class OptimizersContract {
    private static final double LR = 0.1;
    private static final double[] WEIGHT = {0.5, -1, 2};
    private static final double[] BIAS = {0.1, -0.2};
    private static final double[] WEIGHT_GRADIENT = {0.1, -0.2, 0.3};
    private static final double[] BIAS_GRADIENT = {0.05, 0.4};

    private static final Graph GRAPH = Graph.build("given gradients", OptimizersContract::build);

    private final Engine engine;

    protected OptimizersContract(Engine engine) {
        this.engine = engine;
    }

    private static void build(GraphBuilder g) {
        Value w = g.parameter("w", Shape.of(3), new Initializer.Constant(0), Role.WEIGHT);
        Value b = g.parameter("b", Shape.of(2), new Initializer.Constant(0), Role.BIAS);
        Value a = g.input("a", Shape.of(Shape.BATCH, 3));
        Value c = g.input("c", Shape.of(Shape.BATCH, 2));
        Value perSample = g.add(g.sum(g.multiply(a, w), 1), g.sum(g.multiply(c, b), 1));
        g.output(Graph.LOSS, g.mean(perSample, 0));
    }

    // What torch.optim of PyTorch 2.15 gave after three steps with gradients times 1, 2 and 3.

    @Test
    public void nesterovMomentumMovesAsInPytorch() {
        assertMoves(
                new Optimizer.Sgd(LR, 0.9, true, 0.1),
                new float[] {0.3166f, -0.6332f, 1.41025f},
                new float[] {0.02721f, -0.78236f});
    }

    @Test
    public void plainDescentMovesAsInPytorch() {
        assertMoves(
                new Optimizer.Sgd(LR, 0, false, 0.1),
                new float[] {0.42555f, -0.8511f, 1.7618f},
                new float[] {0.07f, -0.44f});
    }

    @Test
    public void adamMovesAsInPytorch() {
        assertMoves(
                new Optimizer.Adam(LR, 0.9, 0.999, 1e-8, 0.1),
                new float[] {0.20328f, -0.70365f, 1.70306f},
                new float[] {-0.19232f, -0.49232f});
    }

    @Test
    public void adamWithDecoupledDecayMovesAsInPytorch() {
        assertMoves(
                new Optimizer.AdamW(LR, 0.9, 0.999, 1e-8, 0.1),
                new float[] {0.19579f, -0.68094f, 1.65123f},
                new float[] {-0.19232f, -0.49232f});
    }

    @Test
    public void rmsPropWithMomentumMovesAsInPytorch() {
        assertMoves(
                new Optimizer.RmsProp(LR, 0.99, 0.9, 1e-8, 0.1),
                new float[] {-3.94665f, 3.88721f, -2.95482f},
                new float[] {-5.11461f, -5.41462f});
    }

    @Test
    public void rmsPropWithoutMomentumMovesAsInPytorch() {
        assertMoves(
                new Optimizer.RmsProp(LR, 0.99, 0, 1e-8, 0),
                new float[] {-2.19883f, 1.69883f, -0.69883f},
                new float[] {-2.59882f, -2.89883f});
    }

    @Test
    public void everyOptimizerFollowsItsDefinitionForTwentySteps() {
        List<Optimizer> optimizers =
                List.of(
                        new Optimizer.Sgd(LR, 0.8, false, 0.05),
                        new Optimizer.Sgd(LR, 0.8, true, 0.05),
                        new Optimizer.Adam(LR, 0.8, 0.95, 1e-6, 0.05),
                        new Optimizer.AdamW(LR, 0.8, 0.95, 1e-6, 0.05),
                        new Optimizer.RmsProp(LR, 0.9, 0.5, 1e-6, 0.05));
        for (Optimizer optimizer : optimizers) {
            ReferenceOptimizer weight = new ReferenceOptimizer(optimizer, WEIGHT);
            ReferenceOptimizer bias = new ReferenceOptimizer(withoutDecay(optimizer), BIAS);
            try (TrainingSession session = open(optimizer)) {
                for (int step = 1; step <= 20; step++) {
                    double size = Math.sin(step);
                    session.step(List.of(gradients(size)), LR / step, 0);
                    weight.step(scaled(WEIGHT_GRADIENT, size), LR / step);
                    bias.step(scaled(BIAS_GRADIENT, size), LR / step);
                }
                Weights now = session.state().weights();
                String name = optimizer.toString();
                assertArrayEquals(floats(weight.values()), now.tensor("w").toArray(), 2e-5f, name);
                assertArrayEquals(floats(bias.values()), now.tensor("b").toArray(), 2e-5f, name);
            }
        }
    }

    @Test
    public void theGradientNormIsOverAllParametersAndBeforeClipping() {
        Optimizer plain = new Optimizer.Sgd(1, 0, false, 0);
        TrainingOptions options =
                new TrainingOptions(
                        Device.CPU,
                        Precision.FP32,
                        plain,
                        OptionalDouble.of(0.1),
                        OptionalDouble.empty());
        try (TrainingSession session = engine.train(GRAPH, start(), options)) {
            TrainingSession.StepResult result = session.step(List.of(gradients(1)), 1, 0);
            double norm = Math.sqrt(0.01 + 0.04 + 0.09 + 0.0025 + 0.16);
            assertEquals(norm, result.gradientNorm(), 1e-6);
            float[] bias = session.state().weights().tensor("b").toArray();
            assertEquals(BIAS[1] - 0.4 * 0.1 / norm, bias[1], 1e-6);
        }
    }

    @Test
    public void clippingLeavesSmallGradientsAlone() {
        TrainingOptions options =
                new TrainingOptions(
                        Device.CPU,
                        Precision.FP32,
                        new Optimizer.Sgd(1, 0, false, 0),
                        OptionalDouble.of(10),
                        OptionalDouble.empty());
        try (TrainingSession session = engine.train(GRAPH, start(), options)) {
            session.step(List.of(gradients(1)), 1, 0);
            assertEquals(-0.6f, session.state().weights().tensor("b").toArray()[1], 1e-6f);
        }
    }

    private void assertMoves(Optimizer optimizer, float[] weight, float[] bias) {
        try (TrainingSession session = open(optimizer)) {
            for (int step = 1; step <= 3; step++) {
                session.step(List.of(gradients(step)), LR, 0);
            }
            Weights now = session.state().weights();
            assertArrayEquals(weight, now.tensor("w").toArray(), 7e-6f);
            assertArrayEquals(bias, now.tensor("b").toArray(), 7e-6f);
        }
    }

    private TrainingSession open(Optimizer optimizer) {
        TrainingOptions options =
                new TrainingOptions(
                        Device.CPU,
                        Precision.FP32,
                        optimizer,
                        OptionalDouble.empty(),
                        OptionalDouble.empty());
        return engine.train(GRAPH, start(), options);
    }

    private static Weights start() {
        return new Weights(
                Map.of(
                        "w", HostTensor.of(List.of(3), floats(WEIGHT)),
                        "b", HostTensor.of(List.of(2), floats(BIAS))));
    }

    private static Map<String, HostTensor> gradients(double size) {
        return Map.of(
                "a", HostTensor.of(List.of(1, 3), floats(scaled(WEIGHT_GRADIENT, size))),
                "c", HostTensor.of(List.of(1, 2), floats(scaled(BIAS_GRADIENT, size))));
    }

    private static Optimizer withoutDecay(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Sgd o -> new Optimizer.Sgd(o.lr(), o.momentum(), o.nesterov(), 0);
            case Optimizer.Adam o ->
                    new Optimizer.Adam(o.lr(), o.beta1(), o.beta2(), o.epsilon(), 0);
            case Optimizer.AdamW o ->
                    new Optimizer.AdamW(o.lr(), o.beta1(), o.beta2(), o.epsilon(), 0);
            case Optimizer.RmsProp o ->
                    new Optimizer.RmsProp(o.lr(), o.alpha(), o.momentum(), o.epsilon(), 0);
        };
    }

    private static double[] scaled(double[] values, double factor) {
        return java.util.Arrays.stream(values).map(value -> value * factor).toArray();
    }

    private static float[] floats(double... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
