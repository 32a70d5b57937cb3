package fovea.engine.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.engine.Device;
import fovea.engine.Engine;
import fovea.engine.EngineException;
import fovea.engine.InferenceSession;
import fovea.engine.TrainingSession;
import fovea.engine.Weights;
import fovea.graph.Graph;
import fovea.graph.Shape;
import fovea.tensor.HostTensor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What every engine takes, gives and refuses. A test of each engine extends it.
public abstract class EngineContract {
    private final Engine engine;
    private final Graph graph = SmallNet.withBatchNorm();
    private final Weights weights = SmallNet.weights(graph);

    protected EngineContract(Engine engine) {
        this.engine = engine;
    }

    @Test
    public void aGraphWithoutLossCannotBeTrained() {
        Graph net = graph.only("logits");
        assertEquals(
                "graph 'norm' has no output 'loss' to train by",
                message(() -> engine.train(net, weights, SmallNet.options(SmallNet.ADAM))));
    }

    @Test
    public void wrongWeightsAreNamed() {
        Map<String, HostTensor> some = new HashMap<>(weights.tensors());
        some.put("head.bias", HostTensor.zeros(5));
        assertTrue(
                message(() -> engine.infer(graph, new Weights(some), Device.CPU))
                        .startsWith("'head.bias' has the shape [5] where the model has 4"));
        some.remove("head.bias");
        assertTrue(
                message(() -> engine.infer(graph, new Weights(some), Device.CPU))
                        .startsWith("'head.bias' is missing"));
    }

    @Test
    public void wrongInputsAreNamed() {
        try (InferenceSession session = engine.infer(graph.only("logits"), weights, Device.CPU)) {
            assertTrue(message(() -> session.run(Map.of())).startsWith("input 'image' is missing"));
            String message =
                    message(() -> session.run(Map.of("image", HostTensor.zeros(2, 3, 8, 9))));
            assertTrue(
                    message.startsWith("input 'image' needs N×3×8×8, not [2, 3, 8, 9]"), message);
        }
    }

    @Test
    public void batchNormOfASingleValueIsRefusedWithACure() {
        Graph single =
                Graph.build(
                        "single",
                        g ->
                                g.output(
                                        Graph.LOSS,
                                        g.mean(
                                                g.at("norm")
                                                        .batchNorm(
                                                                g.input("x", Shape.image(2, 1, 1))),
                                                0,
                                                1,
                                                2,
                                                3)));
        try (TrainingSession session =
                engine.train(single, SmallNet.weights(single), Trial.PLAIN)) {
            List<Map<String, HostTensor>> one = List.of(Map.of("x", HostTensor.zeros(1, 2, 1, 1)));
            assertTrue(message(() -> session.step(one, 1, 0)).contains("batches of two or more"));
        }
    }

    @Test
    public void imagesWithChannelsLastGiveTheSame() {
        Map<String, HostTensor> batch = SmallNet.batch(4, 0);
        Map<String, HostTensor> other = new HashMap<>(batch);
        other.computeIfPresent("image", (name, image) -> SmallNet.channelsLast(image));
        try (InferenceSession session = engine.infer(graph, weights, Device.CPU)) {
            assertArrayEquals(logits(session.run(batch)), logits(session.run(other)), 1e-6f);
        }
    }

    @Test
    public void outputsAreGivenForAnyBatchSizeAndOnlyThoseAskedFor() {
        try (TrainingSession session = engine.train(graph, weights, Trial.PLAIN)) {
            for (int samples : new int[] {1, 2, 7, 3, 5, 4, 1, 7}) {
                Map<String, HostTensor> image =
                        Map.of("image", SmallNet.batch(samples, 0).getOrDefault("image", zero()));
                Map<String, HostTensor> outputs = session.evaluate(image, List.of("logits"));
                assertEquals(List.of(samples, 4), outputs.getOrDefault("logits", zero()).shape());
                assertEquals(1, outputs.size());
            }
        }
    }

    @Test
    public void inputsThatDisagreeOnTheNumberOfSamplesAreRefused() {
        Map<String, HostTensor> batch = new HashMap<>(SmallNet.batch(4, 0));
        batch.computeIfPresent("target", (name, target) -> target.first(3));
        try (TrainingSession session = engine.train(graph, weights, Trial.PLAIN)) {
            assertTrue(
                    message(() -> session.step(List.of(batch), 1, 0)).contains("give all inputs"));
        }
    }

    @Test
    public void aSampleIsPredictedTheSameInBatchesOfAnySize() {
        try (InferenceSession session = engine.infer(graph.only("logits"), weights, Device.CPU)) {
            HostTensor images = SmallNet.batch(7, 3).getOrDefault("image", zero());
            float[] all = logits(session.run(Map.of("image", images)));
            for (int samples : new int[] {1, 3, 6}) {
                float[] some = logits(session.run(Map.of("image", images.first(samples))));
                assertArrayEquals(Arrays.copyOf(all, 4 * samples), some, 1e-6f);
            }
        }
    }

    private static float[] logits(Map<String, HostTensor> outputs) {
        return outputs.getOrDefault("logits", zero()).toArray();
    }

    private static HostTensor zero() {
        return HostTensor.zeros(1);
    }

    private static String message(Executable work) {
        return String.valueOf(assertThrows(EngineException.class, work).getMessage());
    }
}
