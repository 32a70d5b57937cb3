package fovea.engine.torch;

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
import fovea.engine.reference.Trial;
import fovea.graph.Graph;
import fovea.graph.Op;
import fovea.graph.Shape;
import fovea.graph.Window;
import fovea.problem.InvalidInputException;
import fovea.tensor.HostTensor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

class TorchEngineTest {
    private final TorchEngine engine = new TorchEngine();
    private final Graph graph = SmallNet.withBatchNorm();
    private final Weights weights = SmallNet.weights(graph);

    @Test
    void theCpuComesFirst() {
        assertEquals("torch", engine.name());
        assertEquals(Device.CPU, engine.devices().getFirst());
    }

    @Test
    void aMissingDeviceIsAnsweredWithThoseThereAndACure() {
        TrainingOptions options =
                new TrainingOptions(
                        new Device("cuda:63", ""),
                        Precision.FP32,
                        SmallNet.ADAM,
                        OptionalDouble.empty(),
                        OptionalDouble.empty());
        String message = message(() -> engine.train(graph, weights, options));
        assertTrue(message.startsWith("device 'cuda:63' is not there, only cpu"), message);
        assertTrue(message.contains("driver"), message);
        assertTrue(
                message(() -> engine.infer(graph, weights, new Device("tpu", "")))
                        .contains("choose one of them"));
    }

    @Test
    void bfloat16NeedsCuda() {
        TrainingOptions options =
                new TrainingOptions(
                        Device.CPU,
                        Precision.BF16,
                        SmallNet.ADAM,
                        OptionalDouble.empty(),
                        OptionalDouble.empty());
        InvalidInputException e =
                assertThrows(
                        InvalidInputException.class,
                        () -> engine.train(graph, weights, options).close());
        assertTrue(e.problems().getFirst().cure().contains("use fp32"));
    }

    @Test
    void aGraphWithoutLossCannotBeTrained() {
        Graph net = graph.only("logits");
        assertEquals(
                "graph 'norm' has no output 'loss' to train by",
                message(() -> engine.train(net, weights, SmallNet.options(SmallNet.ADAM))));
    }

    @Test
    void averagePoolingWithDilationIsNamedAsUnsupported() {
        Graph spread =
                Graph.build(
                        "spread",
                        g ->
                                g.output(
                                        "y",
                                        g.at("pool")
                                                .apply(
                                                        new Op.AveragePool2d(
                                                                Window.kernel(2).dilation(2)),
                                                        g.input("x", Shape.image(1, 8, 8)))));
        assertEquals(
                List.of("pool.averagepool2d: average pooling with dilation"),
                engine.unsupported(spread));
        assertEquals(List.of(), engine.unsupported(graph));
        assertTrue(
                message(() -> engine.infer(spread, new Weights(Map.of()), Device.CPU))
                        .contains("pool.averagepool2d"));
    }

    @Test
    void wrongWeightsAreNamed() {
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
    void wrongInputsAreNamed() {
        try (InferenceSession session = engine.infer(graph.only("logits"), weights, Device.CPU)) {
            assertTrue(message(() -> session.run(Map.of())).startsWith("input 'image' is missing"));
            String message =
                    message(() -> session.run(Map.of("image", HostTensor.zeros(2, 3, 8, 9))));
            assertTrue(
                    message.startsWith("input 'image' needs N×3×8×8, not [2, 3, 8, 9]"), message);
        }
    }

    @Test
    void whatLibtorchRefusesNamesTheNode() {
        Graph bad =
                Graph.build(
                        "bad",
                        g ->
                                g.output(
                                        "y",
                                        g.at("pool")
                                                .maxPool2d(
                                                        g.input("x", Shape.image(1, 8, 8)),
                                                        Window.kernel(2).padding(2))));
        try (InferenceSession session = engine.infer(bad, new Weights(Map.of()), Device.CPU)) {
            String message = message(() -> session.run(Map.of("x", HostTensor.zeros(1, 1, 8, 8))));
            assertTrue(message.startsWith("node 'pool.maxpool2d N×1×11×11': "), message);
            assertEquals(1, message.lines().count());
        }
    }

    @Test
    void batchNormOfASingleValueIsRefusedWithACure() {
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
    void outputsAreGivenForAnyBatchSizeAndOnlyThoseAskedFor() {
        try (TrainingSession session =
                engine.train(graph, weights, SmallNet.options(SmallNet.ADAM))) {
            for (int samples : new int[] {1, 2, 7}) {
                Map<String, HostTensor> image =
                        Map.of("image", SmallNet.batch(samples, 0).getOrDefault("image", zero()));
                Map<String, HostTensor> outputs = session.evaluate(image, List.of("logits"));
                assertEquals(List.of(samples, 4), outputs.getOrDefault("logits", zero()).shape());
                assertEquals(1, outputs.size());
            }
        }
    }

    @Test
    void imagesWithChannelsLastGiveTheSame() {
        Map<String, HostTensor> batch = SmallNet.batch(4, 0);
        Map<String, HostTensor> other = new HashMap<>(batch);
        other.computeIfPresent("image", (name, image) -> SmallNet.channelsLast(image));
        try (InferenceSession session = engine.infer(graph, weights, Device.CPU)) {
            assertArrayEquals(
                    session.run(batch).getOrDefault("logits", zero()).toArray(),
                    session.run(other).getOrDefault("logits", zero()).toArray(),
                    1e-6f);
        }
    }

    private static HostTensor zero() {
        return HostTensor.zeros(1);
    }

    private static String message(Executable work) {
        return String.valueOf(assertThrows(EngineException.class, work).getMessage());
    }
}
