package fovea.engine.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.engine.Device;
import fovea.engine.Engine;
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
import java.util.Objects;
import java.util.OptionalDouble;

/// What a training session of any engine does. A test of each engine extends it.
public abstract class TrainingSessionContract {
    private static final TrainingOptions AVERAGED =
            new TrainingOptions(
                    Device.CPU,
                    Precision.FP32,
                    SmallNet.ADAM,
                    OptionalDouble.empty(),
                    OptionalDouble.of(0.5));

    private final Engine engine;

    protected TrainingSessionContract(Engine engine) {
        this.engine = engine;
    }

    @Test
    public void lossFallsWhenOneBatchIsLearntByHeart() {
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
    public void accumulatedBatchesOfUnequalSizeCountByTheirSamples() {
        Graph graph = SmallNet.plain();
        Map<String, HostTensor> whole = SmallNet.batch(6, 0);
        Map<String, HostTensor> first = new HashMap<>(whole);
        first.replaceAll((name, tensor) -> tensor.first(4));
        Map<String, HostTensor> second = new HashMap<>(whole);
        second.replaceAll((name, tensor) -> last(tensor, 2));
        try (TrainingSession together = engine.train(graph, SmallNet.weights(graph), Trial.PLAIN);
                TrainingSession apart = engine.train(graph, SmallNet.weights(graph), Trial.PLAIN)) {
            TrainingSession.StepResult one = together.step(List.of(whole), 0.1, 0);
            TrainingSession.StepResult two = apart.step(List.of(first, second), 0.1, 0);
            assertEquals(one.loss(), two.loss(), 1e-6);
            assertEquals(one.gradientNorm(), two.gradientNorm(), 1e-6);
            together.state()
                    .weights()
                    .tensors()
                    .forEach(
                            (name, tensor) ->
                                    assertArrayEquals(
                                            tensor.toArray(),
                                            apart.state().weights().tensor(name).toArray(),
                                            1e-6f,
                                            name));
        }
    }

    @Test
    public void theNormOfALongGradientIsExact() {
        int inputs = 3_000_001;
        Graph graph =
                Graph.build(
                        "long",
                        g -> {
                            Value x = g.input("x", Shape.of(Shape.BATCH, inputs));
                            Value y = g.at("l").linear(x, 1);
                            g.output(Graph.LOSS, g.mean(y, 0, 1));
                        });
        HostTensor x = HostTensor.zeros(1, inputs);
        double squares = 1;
        for (int i = 0; i < inputs; i++) {
            float value = 0.1f + 0.3f * (i % 7);
            x.data().put(i, value);
            squares += (double) value * value;
        }
        try (TrainingSession session = engine.train(graph, SmallNet.weights(graph), Trial.PLAIN)) {
            double norm = session.step(List.of(Map.of("x", x)), 0, 0).gradientNorm();
            assertEquals(1, norm / Math.sqrt(squares), 1e-6);
        }
    }

    @Test
    public void anInfiniteGradientLeavesTheWeightsAsTheyWere() {
        Graph graph = SmallNet.plain();
        Map<String, HostTensor> batch = SmallNet.batch(6, 0);
        HostTensor image = Objects.requireNonNull(batch.get("image"));
        for (int i = 0; i < image.elements(); i++) {
            image.data().put(i, 3e38f);
        }
        try (TrainingSession session = engine.train(graph, SmallNet.weights(graph), Trial.PLAIN)) {
            assertFalse(Double.isFinite(session.step(List.of(batch), 1, 0).gradientNorm()));
            SmallNet.weights(graph)
                    .tensors()
                    .forEach(
                            (name, tensor) -> {
                                if (!name.contains("running")) {
                                    assertArrayEquals(
                                            tensor.toArray(),
                                            session.state().weights().tensor(name).toArray(),
                                            name);
                                }
                            });
        }
    }

    @Test
    public void runningStatisticsMoveByTheMomentumTowardsTheUnbiasedBatch() {
        Graph graph =
                Graph.build(
                        "norm",
                        g -> {
                            Value x = g.input("x", Shape.image(2, 3, 2));
                            g.output(Graph.LOSS, g.mean(g.at("n").batchNorm(x), 0, 1, 2, 3));
                        });
        Numbers x =
                Numbers.of(List.of(4, 2, 3, 2), i -> Math.sin(7 * i[0] + 3 * i[1] + i[2] * i[3]));
        try (TrainingSession session = engine.train(graph, SmallNet.weights(graph), Trial.PLAIN)) {
            session.step(List.of(Map.of("x", x.host())), 1, 0);
            Weights now = session.state().weights();
            for (int c = 0; c < 2; c++) {
                double mean = ReferenceImages.mean(x).at(c);
                double variance = ReferenceImages.variance(x).at(c) * 24 / 23;
                assertEquals(0.1 * mean, now.tensor("n.running_mean").toArray()[c], 1e-6);
                assertEquals(0.9 + 0.1 * variance, now.tensor("n.running_var").toArray()[c], 1e-6);
            }
        }
    }

    @Test
    public void averagedWeightsFollowSlowerAndAreWhatEvaluationUses() {
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
    public void parametersTheLossDoesNotReadStayAsTheyAre() {
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
    public void aStateOfAnotherOptimizerOrWithoutAverageIsRefused() {
        Graph graph = SmallNet.plain();
        Weights start = SmallNet.weights(graph);
        try (TrainingSession adam = engine.train(graph, start, SmallNet.options(SmallNet.ADAM));
                TrainingSession averaged = engine.train(graph, start, AVERAGED);
                TrainingSession plain = engine.train(graph, start, Trial.PLAIN)) {
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
        int skipped = tensor.shape().getFirst() - rows;
        float[] values = tensor.toArray();
        int width = values.length / tensor.shape().getFirst();
        HostTensor shape = tensor.first(rows);
        return HostTensor.of(
                shape.shape(), Arrays.copyOfRange(values, skipped * width, values.length));
    }
}
