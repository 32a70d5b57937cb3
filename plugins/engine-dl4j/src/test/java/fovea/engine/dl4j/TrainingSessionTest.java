package fovea.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.engine.Device;
import fovea.engine.EngineException;
import fovea.engine.InferenceSession;
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

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

class TrainingSessionTest {
    private static final TrainingOptions AVERAGED =
            new TrainingOptions(
                    Device.CPU,
                    Precision.FP32,
                    SmallNet.ADAM,
                    OptionalDouble.empty(),
                    OptionalDouble.of(0.5));

    private final Dl4jEngine engine = new Dl4jEngine();

    @Test
    void lossFallsWhenOneBatchIsLearntByHeart() {
        Graph graph = SmallNet.withBatchNorm();
        try (TrainingSession session =
                engine.train(graph, SmallNet.weights(graph), SmallNet.options(SmallNet.ADAM))) {
            double first = session.step(List.of(SmallNet.batch(8, 0)), 0.05, 0).loss();
            double last = first;
            for (int i = 0; i < 60; i++) {
                last = session.step(List.of(SmallNet.batch(8, 0)), 0.05, 0).loss();
            }
            assertTrue(last < first / 5, first + " to " + last);
        }
    }

    @Test
    void accumulatedBatchesOfUnequalSizeCountByTheirSamples() {
        Graph graph = SmallNet.plain();
        Map<String, HostTensor> whole = SmallNet.batch(6, 0);
        Map<String, HostTensor> first = new HashMap<>(whole);
        first.replaceAll((name, tensor) -> tensor.first(4));
        Map<String, HostTensor> second = new HashMap<>(whole);
        second.replaceAll((name, tensor) -> last(tensor, 2));
        try (TrainingSession together =
                        engine.train(graph, SmallNet.weights(graph), SmallNet.PLAIN);
                TrainingSession apart =
                        engine.train(graph, SmallNet.weights(graph), SmallNet.PLAIN)) {
            TrainingSession.StepResult one = together.step(List.of(whole), 0.1, 0);
            TrainingSession.StepResult two = apart.step(List.of(first, second), 0.1, 0);
            assertEquals(one.loss(), two.loss(), 1e-6);
            assertEquals(one.gradientNorm(), two.gradientNorm(), 1e-6);
            Weights same = apart.state().weights();
            together.state()
                    .weights()
                    .tensors()
                    .forEach(
                            (name, tensor) ->
                                    assertArrayEquals(
                                            tensor.toArray(),
                                            same.tensor(name).toArray(),
                                            1e-6f,
                                            name));
        }
    }

    @Test
    void runningStatisticsMoveByTheMomentumTowardsTheUnbiasedBatch() {
        Graph graph =
                Graph.build(
                        "norm",
                        g -> {
                            Value x = g.input("x", Shape.image(2, 3, 2));
                            g.output(Graph.LOSS, g.mean(g.at("n").batchNorm(x), 0, 1, 2, 3));
                        });
        float[] x = new float[48];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) Math.sin(7 * i + 3);
        }
        try (TrainingSession session =
                engine.train(graph, SmallNet.weights(graph), SmallNet.PLAIN)) {
            session.step(List.of(Map.of("x", HostTensor.of(List.of(4, 2, 3, 2), x))), 1, 0);
            Weights now = session.state().weights();
            for (int c = 0; c < 2; c++) {
                double[] values = channel(x, c);
                double mean = Arrays.stream(values).average().orElseThrow();
                double variance =
                        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / 23;
                assertEquals(0.1 * mean, now.tensor("n.running_mean").toArray()[c], 1e-6);
                assertEquals(0.9 + 0.1 * variance, now.tensor("n.running_var").toArray()[c], 1e-6);
            }
        }
    }

    private static double[] channel(float[] x, int c) {
        double[] values = new double[24];
        for (int i = 0; i < values.length; i++) {
            values[i] = x[i / 6 * 12 + c * 6 + i % 6];
        }
        return values;
    }

    @Test
    void averagedWeightsFollowSlowerAndAreWhatEvaluationUses() {
        Graph graph = SmallNet.withBatchNorm();
        Weights start = SmallNet.weights(graph);
        Map<String, HostTensor> batch = SmallNet.batch(8, 0);
        try (TrainingSession session = engine.train(graph, start, AVERAGED)) {
            session.step(List.of(batch), 0.05, 0);
            Weights now = session.state().weights();
            Weights averaged = session.state().averaged().orElseThrow();
            double kept = 2.0 / 11;
            for (int i = 0; i < 24; i++) {
                double wanted =
                        kept * start.tensor("head.weight").toArray()[i]
                                + (1 - kept) * now.tensor("head.weight").toArray()[i];
                assertEquals(wanted, averaged.tensor("head.weight").toArray()[i], 1e-6);
            }
            assertArrayEquals(
                    now.tensor("norm.running_var").toArray(),
                    averaged.tensor("norm.running_var").toArray());
            try (InferenceSession reference = engine.infer(graph, averaged, Device.CPU)) {
                assertArrayEquals(
                        output(reference.run(batch)),
                        output(session.evaluate(batch, List.of("logits"))));
            }
        }
    }

    @Test
    void parametersTheLossDoesNotReadStayAsTheyAre() {
        Graph graph =
                Graph.build(
                        "spare",
                        g -> {
                            Value x = g.input("x", Shape.of(Shape.BATCH, 2));
                            Value w = weight(g.at("used"));
                            Value spare = weight(g.at("spare"));
                            g.output("other", g.multiply(x, spare));
                            g.output(Graph.LOSS, g.mean(g.multiply(x, w), 0, 1));
                        });
        Optimizer decaying = new Optimizer.AdamW(1, 0.9, 0.999, 1e-8, 0.5);
        try (TrainingSession session =
                engine.train(graph, SmallNet.weights(graph), SmallNet.options(decaying))) {
            session.step(List.of(Map.of("x", HostTensor.of(List.of(1, 2), 1, 2))), 1, 0);
            Weights now = session.state().weights();
            assertArrayEquals(new float[] {1, 1}, now.tensor("spare.w").toArray());
            assertTrue(now.tensor("used.w").toArray()[0] < 0.6);
            assertEquals(
                    List.of("used.w/mean", "used.w/square"),
                    List.copyOf(session.state().optimizer().keySet()));
        }
    }

    @Test
    void aStateOfAnotherOptimizerOrWithoutAverageIsRefused() {
        Graph graph = SmallNet.plain();
        Weights start = SmallNet.weights(graph);
        try (TrainingSession adam = engine.train(graph, start, SmallNet.options(SmallNet.ADAM));
                TrainingSession averaged = engine.train(graph, start, AVERAGED);
                TrainingSession plain = engine.train(graph, start, SmallNet.PLAIN)) {
            assertThrows(EngineException.class, () -> averaged.restore(adam.state()));
            EngineException e =
                    assertThrows(EngineException.class, () -> adam.restore(plain.state()));
            assertTrue(String.valueOf(e.getMessage()).contains("/mean' is missing"));
        }
    }

    private static Value weight(GraphBuilder g) {
        return g.parameter("w", Shape.of(2), new Initializer.Constant(1), Role.WEIGHT);
    }

    private static float[] output(Map<String, HostTensor> outputs) {
        return outputs.getOrDefault("logits", HostTensor.zeros(1)).toArray();
    }

    private static HostTensor last(HostTensor tensor, int rows) {
        float[] values = tensor.toArray();
        int width = values.length / tensor.shape().getFirst();
        int start = values.length - rows * width;
        return HostTensor.of(
                tensor.first(rows).shape(), Arrays.copyOfRange(values, start, values.length));
    }
}
