package fovea.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import fovea.engine.Engine;
import fovea.engine.Initialization;
import fovea.engine.Weights;
import fovea.graph.Graph;
import fovea.graph.Value;
import fovea.plugin.Plugins;
import fovea.sample.Seed;
import fovea.tensor.HostTensor;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// The same weights and the same batch on libtorch and on ND4J.
class EngineParityTest {
    private static final int SAMPLES = 4;
    private static final int DRAWS = 12;

    private final Engine torch = engine("torch");
    private final Engine dl4j = engine("dl4j");

    private static Engine engine(String name) {
        return Objects.requireNonNull(Plugins.discover().engines().get(name), name).get();
    }

    @Test
    void everyNetIsSupported() {
        ParityNets.all()
                .forEach((name, graph) -> assertEquals(List.of(), dl4j.unsupported(graph), name));
    }

    @TestFactory
    Stream<DynamicTest> bothEnginesPredictAndLearnTheSame() {
        return ParityNets.all().entrySet().stream()
                .map(net -> DynamicTest.dynamicTest(net.getKey(), () -> compare(net.getValue())));
    }

    /// Predictions and losses must agree on every batch that is tried. Gradients jump where a ReLU
    /// lies on its kink, and rounding then decides on which side an engine is: they must agree on
    /// one of the batches, as wrong ones would on none.
    private void compare(Graph graph) {
        Weights start = Initialization.of(graph, new Seed(3));
        Map<String, Distance> learning = Map.of();
        for (int draw = 0; draw < DRAWS; draw++) {
            Map<String, HostTensor> batch = batch(graph, draw);
            Trace wanted = Trace.of(torch, graph, start, batch);
            Trace actual = Trace.of(dl4j, graph, start, batch);
            Distance prediction = wanted.prediction(actual);
            assertTrue(prediction.within(1), prediction::toString);
            assertEquals(wanted.loss(), actual.loss(), 1e-4 * (1 + Math.abs(wanted.loss())));
            learning = wanted.learning(actual);
            if (learning.values().stream().allMatch(distance -> distance.within(1))) {
                return;
            }
        }
        fail("no batch on which both learn the same; the last one: " + learning);
    }

    private static Map<String, HostTensor> batch(Graph graph, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, HostTensor> batch = new LinkedHashMap<>();
        for (Value input : graph.inputs()) {
            HostTensor tensor =
                    HostTensor.zeros(input.shape().withBatch(SAMPLES).toArray(Integer[]::new));
            boolean image = input.name().equals("image");
            int each = tensor.elements() / SAMPLES;
            for (int i = 0; i < tensor.elements(); i++) {
                boolean marked = i % each % 5 == i / each;
                tensor.data().put(i, image ? (float) random.nextGaussian() : marked ? 1 : 0);
            }
            batch.put(input.name(), tensor);
        }
        return batch;
    }
}
