package fovea.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.engine.Device;
import fovea.engine.Engine;
import fovea.engine.InferenceSession;
import fovea.engine.Initialization;
import fovea.engine.Weights;
import fovea.graph.Graph;
import fovea.graph.Op;
import fovea.graph.Role;
import fovea.graph.Value;
import fovea.plugin.Plugins;
import fovea.sample.Seed;
import fovea.tensor.HostTensor;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The same weights and the same batch on libtorch, on ND4J and, as far as it predicts, on ONNX
/// Runtime.
class EngineParityTest {
    private static final int SAMPLES = 4;
    private static final int DRAWS = 2;
    private static final int ATTEMPTS = 12;

    private final Engine torch = engine("torch");
    private final Engine dl4j = engine("dl4j");
    private final Engine onnx = engine("onnx");

    private static Engine engine(String name) {
        return Objects.requireNonNull(Plugins.discover().engines().get(name), name).get();
    }

    @Test
    void everyNetIsSupported() {
        ParityNets.all()
                .forEach((name, graph) -> assertEquals(List.of(), dl4j.unsupported(graph), name));
    }

    @TestFactory
    Stream<DynamicTest> allEnginesPredictTheSame() {
        return each(
                graph -> {
                    Weights weights = settled(Initialization.of(graph, new Seed(3)), graph);
                    Graph logits = graph.only("logits");
                    for (int draw = 0; draw < DRAWS; draw++) {
                        Map<String, HostTensor> batch = batch(graph, draw);
                        Map<String, HostTensor> wanted = predicted(torch, logits, weights, batch);
                        for (Engine other : List.of(dl4j, onnx)) {
                            Distance distance =
                                    new Distance(
                                            wanted, predicted(other, logits, weights, batch), 1e-4);
                            assertTrue(distance.within(1), other.name() + ": " + distance);
                        }
                    }
                });
    }

    /// With smooth functions in place of those that have kinks, where rounding would decide on
    /// which side an engine is: gradients and movements agree on every batch.
    @TestFactory
    Stream<DynamicTest> bothEnginesLearnTheSame() {
        return each(
                net -> {
                    Graph graph = ParityNets.smooth(net);
                    Weights start = Initialization.of(graph, new Seed(3));
                    for (int draw = 0; draw < DRAWS; draw++) {
                        Map<String, Distance> learning = learning(graph, start, draw);

                        assertTrue(agree(learning), learning::toString);
                    }
                });
    }

    /// With the functions the net has. Where one lies on its kink, the gradient of a parameter
    /// jumps: hardly to be seen in the whole, and on some batches there is none.
    @TestFactory
    Stream<DynamicTest> bothEnginesHaveTheSameGradientsWithKinks() {
        return each(
                graph -> {
                    Weights start = Initialization.of(graph, new Seed(3));
                    List<Distance> tried = new ArrayList<>();
                    do {
                        assertTrue(tried.size() < ATTEMPTS, tried::toString);
                        Map<String, HostTensor> batch = batch(graph, tried.size());
                        Trace wanted = Trace.gradient(torch, graph, start, batch);
                        Trace actual = Trace.gradient(dl4j, graph, start, batch);
                        assertLosses(wanted, actual);
                        tried.add(wanted.gradientsFrom(actual));
                    } while (!tried.getLast().within(1));
                });
    }

    private static void assertLosses(Trace wanted, Trace actual) {
        assertEquals(wanted.loss(), actual.loss(), 1e-4 * Math.abs(wanted.loss()));
    }

    private Map<String, Distance> learning(Graph graph, Weights start, int draw) {
        Map<String, HostTensor> batch = batch(graph, draw);
        Trace wanted = Trace.of(torch, graph, start, batch);
        Trace actual = Trace.of(dl4j, graph, start, batch);
        assertLosses(wanted, actual);
        return wanted.from(actual, start);
    }

    private static boolean agree(Map<String, Distance> learning) {
        return learning.values().stream().allMatch(distance -> distance.within(1));
    }

    private static Stream<DynamicTest> each(Consumer<Graph> check) {
        return ParityNets.all().entrySet().stream()
                .map(
                        net ->
                                DynamicTest.dynamicTest(
                                        net.getKey(), () -> check.accept(net.getValue())));
    }

    private static Map<String, HostTensor> predicted(
            Engine engine, Graph graph, Weights weights, Map<String, HostTensor> batch) {
        Map<String, HostTensor> images =
                Map.of("image", Objects.requireNonNull(batch.get("image")));
        try (InferenceSession session = engine.infer(graph, weights, Device.CPU)) {
            return session.run(images);
        }
    }

    /// Statistics as after some training.
    private static Weights settled(Weights weights, Graph graph) {
        Map<String, HostTensor> tensors = new HashMap<>(weights.tensors());
        SplittableRandom random = new SplittableRandom(6);
        for (Value value : graph.parameters()) {
            if (value.op() instanceof Op.Parameter p && p.role() == Role.BUFFER) {
                HostTensor buffer = Objects.requireNonNull(tensors.get(value.name()));
                for (int i = 0; i < buffer.elements(); i++) {
                    float start = buffer.data().get(i);
                    buffer.data().put(i, start + (float) random.nextDouble(-0.3, 0.3));
                }
            }
        }
        return new Weights(tensors);
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
