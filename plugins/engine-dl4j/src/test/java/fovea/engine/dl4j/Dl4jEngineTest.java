package fovea.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.engine.Device;
import fovea.engine.EngineException;
import fovea.engine.Initialization;
import fovea.engine.Precision;
import fovea.engine.TrainingOptions;
import fovea.engine.Weights;
import fovea.graph.Graph;
import fovea.graph.Op;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.graph.Window;
import fovea.optimization.Optimizer;
import fovea.sample.Seed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

class Dl4jEngineTest {
    private final Dl4jEngine engine = new Dl4jEngine();
    private final Graph graph =
            Graph.build(
                    "line",
                    g -> {
                        Value x = g.input("x", Shape.of(Shape.BATCH, 3));
                        g.output(Graph.LOSS, g.mean(g.at("fc").linear(x, 2), 0, 1));
                    });
    private final Weights weights = Initialization.of(graph, new Seed(7));

    @Test
    void itRunsOnTheCpuOnlyAndSaysWhatRunsElsewhere() {
        assertEquals(List.of(Device.CPU), engine.devices());
        Device gpu = new Device("cuda:0", "");
        assertTrue(message(() -> engine.infer(graph, weights, gpu)).contains("engine torch"));
        assertTrue(
                message(() -> engine.train(graph, weights, options(gpu, Precision.FP32)))
                        .startsWith("engine dl4j runs on the cpu only, not on 'cuda:0'"));
    }

    @Test
    void bfloat16IsRefusedWithACure() {
        assertTrue(
                message(() -> engine.train(graph, weights, options(Device.CPU, Precision.BF16)))
                        .contains("fp32 only"));
    }

    @Test
    void whatItCannotRunIsNamedByNodeBeforeAnythingStarts() {
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

    private static TrainingOptions options(Device device, Precision precision) {
        return new TrainingOptions(
                device,
                precision,
                new Optimizer.Sgd(1, 0, false, 0),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private static String message(Executable work) {
        return String.valueOf(assertThrows(EngineException.class, work).getMessage());
    }
}
