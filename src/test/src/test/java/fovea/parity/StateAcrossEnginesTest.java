package fovea.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.engine.Device;
import fovea.engine.Engine;
import fovea.engine.Initialization;
import fovea.engine.Precision;
import fovea.engine.TrainingOptions;
import fovea.engine.TrainingSession;
import fovea.engine.TrainingState;
import fovea.engine.Weights;
import fovea.graph.Bias;
import fovea.graph.Graph;
import fovea.graph.GraphBuilder;
import fovea.graph.Op;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.graph.Window;
import fovea.loss.CrossEntropy;
import fovea.optimization.Optimizer;
import fovea.plugin.Plugins;
import fovea.sample.Seed;
import fovea.tensor.HostTensor;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/// What one engine has learnt, the other goes on with, as if it had done it itself.
class StateAcrossEnginesTest {
    private static final double LR = 0.01;
    private static final Graph GRAPH = Graph.build("net", StateAcrossEnginesTest::build);
    private static final Weights START = Initialization.of(GRAPH, new Seed(2));
    private static final TrainingOptions OPTIONS =
            new TrainingOptions(
                    Device.CPU,
                    Precision.FP32,
                    new Optimizer.AdamW(LR, 0.9, 0.999, 1e-6, 0.05),
                    OptionalDouble.of(1),
                    OptionalDouble.of(0.9));

    /// Smooth throughout, so that no kink parts the two.
    private static void build(GraphBuilder g) {
        Value x = g.input("image", Shape.image(3, 8, 8));
        Value y = g.at("conv").conv2d(x, 6, Window.same(3), Bias.NONE);
        y = g.unary(Op.Function.TANH, g.at("norm").batchNorm(y));
        Value logits = g.at("head").linear(g.globalAveragePool(y), 4);
        Value target = g.input("target", Shape.of(Shape.BATCH, 4));
        g.output(Graph.LOSS, new CrossEntropy(0.1).of(g.at("loss"), logits, target));
    }

    @ParameterizedTest
    @CsvSource({"torch,dl4j", "dl4j,torch"})
    void trainingGoesOnWithTheOtherEngine(String first, String second) {
        TrainingState whole;
        try (TrainingSession session = engine(first).train(GRAPH, START, OPTIONS)) {
            steps(session, 0, 6);
            whole = session.state();
        }
        TrainingState half;
        try (TrainingSession session = engine(first).train(GRAPH, START, OPTIONS)) {
            steps(session, 0, 3);
            half = session.state();
        }
        try (TrainingSession session = engine(second).train(GRAPH, START, OPTIONS)) {
            session.restore(half);
            steps(session, 3, 6);
            TrainingState other = session.state();
            assertEquals(whole.updates(), other.updates());
            assertClose(whole.weights().tensors(), other.weights().tensors());
            assertClose(whole.optimizer(), other.optimizer());
            assertClose(
                    whole.averaged().orElseThrow().tensors(),
                    other.averaged().orElseThrow().tensors());
        }
    }

    private static void assertClose(
            Map<String, HostTensor> wanted, Map<String, HostTensor> actual) {
        Distance distance = new Distance(wanted, actual, 1e-3);
        assertTrue(distance.within(1), distance::toString);
    }

    private static Engine engine(String name) {
        return Objects.requireNonNull(Plugins.discover().engines().get(name), name).get();
    }

    private static void steps(TrainingSession session, int from, int to) {
        for (int step = from; step < to; step++) {
            session.step(List.of(batch(step)), LR, step);
        }
    }

    private static Map<String, HostTensor> batch(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        HostTensor image = HostTensor.zeros(6, 3, 8, 8);
        HostTensor target = HostTensor.zeros(6, 4);
        for (int i = 0; i < image.elements(); i++) {
            image.data().put(i, (float) random.nextGaussian());
        }
        for (int i = 0; i < 6; i++) {
            target.data().put(4 * i + random.nextInt(4), 1);
        }
        return Map.of("image", image, "target", target);
    }
}
