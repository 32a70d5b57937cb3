package fovea.engine.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.engine.Device;
import fovea.engine.EngineException;
import fovea.engine.InferenceSession;
import fovea.engine.Weights;
import fovea.engine.reference.Trial;
import fovea.engine.torch.TorchEngine;
import fovea.graph.Graph;
import fovea.graph.Op;
import fovea.graph.Shape;
import fovea.graph.Window;
import fovea.problem.InvalidInputException;
import fovea.tensor.HostTensor;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Objects;

class OnnxEngineTest {
    private final OnnxEngine engine = new OnnxEngine();

    @Test
    void theCpuComesFirst() {
        assertEquals("onnx", engine.name());
        assertEquals(Device.CPU, engine.devices().getFirst());
    }

    @Test
    void trainingIsLeftToOthers() {
        Graph graph = averaging(Window.kernel(2));
        String message =
                assertThrows(
                                EngineException.class,
                                () -> engine.train(graph, new Weights(Map.of()), Trial.PLAIN))
                        .getMessage();
        assertEquals(
                "the engine 'onnx' only predicts; train with 'torch' or 'dl4j' and use 'onnx' to"
                        + " test and predict",
                message);
    }

    @Test
    void aMissingDeviceIsAnsweredWithThoseThere() {
        Graph graph = averaging(Window.kernel(2));
        Weights none = new Weights(Map.of());
        String message =
                assertThrows(
                                EngineException.class,
                                () -> engine.infer(graph, none, new Device("cuda:63", "")))
                        .getMessage();
        assertTrue(
                String.valueOf(message)
                        .startsWith("device 'cuda:63' is not there for ONNX Runtime, only cpu"),
                message);
    }

    @Test
    void weightsOfAnotherModelAreRefused() {
        Graph graph =
                Graph.build(
                        "g",
                        g ->
                                g.output(
                                        "y",
                                        g.at("l")
                                                .linear(
                                                        g.input("x", Shape.of(Shape.BATCH, 3)),
                                                        2)));
        assertThrows(
                InvalidInputException.class,
                () -> engine.infer(graph, new Weights(Map.of()), Device.CPU));
    }

    @Test
    void averagesWithDilationThatLibtorchLacksAreRight() {
        Window window = Window.kernel(2).dilation(2).padding(1);
        Graph graph = averaging(window);
        assertEquals(List.of(), engine.unsupported(graph));
        assertEquals(1, new TorchEngine().unsupported(graph).size());
        float[] image = new float[32];
        for (int i = 0; i < image.length; i++) {
            image[i] = i;
        }
        try (InferenceSession session = engine.infer(graph, new Weights(Map.of()), Device.CPU)) {
            HostTensor x = HostTensor.of(List.of(1, 2, 4, 4), image);
            HostTensor y = Objects.requireNonNull(session.run(Map.of("x", x)).get("y"));
            assertEquals(List.of(1, 2, 4, 4), y.shape());
            // the corner sees one pixel and three of the padding, the middle four pixels
            assertEquals(5 / 4f, y.data().get(0));
            assertEquals((0 + 2 + 8 + 10) / 4f, y.data().get(5));
            assertEquals((16 + 18 + 24 + 26) / 4f, y.data().get(21));
        }
    }

    private static Graph averaging(Window window) {
        return Graph.build(
                "average",
                g ->
                        g.output(
                                "y",
                                g.apply(
                                        new Op.AveragePool2d(window),
                                        g.input("x", Shape.image(2, 4, 4)))));
    }
}
