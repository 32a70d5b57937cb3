package fovea.engine.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.engine.Device;
import fovea.engine.EngineException;
import fovea.engine.Precision;
import fovea.engine.TrainingOptions;
import fovea.engine.Weights;
import fovea.engine.reference.SmallNet;
import fovea.graph.Graph;
import fovea.graph.Op;
import fovea.graph.Shape;
import fovea.graph.Window;
import fovea.problem.InvalidInputException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

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
                List.of(
                        "pool.averagepool2d: average pooling with dilation (only engine onnx has"
                                + " that, and it only predicts)"),
                engine.unsupported(spread));
        assertEquals(List.of(), engine.unsupported(graph));
        assertTrue(
                message(() -> engine.infer(spread, new Weights(Map.of()), Device.CPU))
                        .contains("pool.averagepool2d"));
    }

    @Test
    void poolingPaddedTooFarIsNamedBeforeAnythingStarts() {
        Graph wide =
                Graph.build(
                        "wide",
                        g ->
                                g.output(
                                        "y",
                                        g.at("pool")
                                                .maxPool2d(
                                                        g.input("x", Shape.image(1, 8, 8)),
                                                        Window.kernel(2).padding(2))));
        assertEquals(
                List.of(
                        "pool.maxpool2d: pooling padded by more than half a window (only engine"
                                + " onnx has that, and it only predicts)"),
                engine.unsupported(wide));
    }

    private static String message(Executable work) {
        return String.valueOf(assertThrows(EngineException.class, work).getMessage());
    }
}
