package fovea.engine.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fovea.engine.Device;
import fovea.engine.Engine;
import fovea.engine.Precision;
import fovea.engine.TrainingOptions;
import fovea.engine.TrainingSession;
import fovea.engine.TrainingState;
import fovea.graph.Graph;
import fovea.optimization.Optimizer;
import fovea.tensor.HostTensor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// A step is a function of state, batches, learning rate and seed, to the last bit.
public abstract class RepeatabilityContract {
    private static final int STEPS = 9;
    private static final Graph GRAPH = SmallNet.noisy();

    private final Engine engine;

    protected RepeatabilityContract(Engine engine) {
        this.engine = engine;
    }

    public static List<Optimizer> optimizers() {
        return SmallNet.optimizers();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    public void aRestoredSessionGoesOnAsIfNeverStopped(Optimizer optimizer) {
        TrainingState whole;
        try (TrainingSession session = open(optimizer)) {
            steps(session, 0, STEPS);
            whole = session.state();
        }
        TrainingState half;
        try (TrainingSession session = open(optimizer)) {
            steps(session, 0, 4);
            half = session.state();
        }
        try (TrainingSession session = open(optimizer)) {
            session.step(List.of(SmallNet.batch(4, 99)), 0.1, 99);
            session.restore(half);
            steps(session, 4, STEPS);
            assertSame(whole, session.state());
        }
    }

    @Test
    public void theSameSeedGivesTheSameLossWhateverRanBefore() {
        double first = firstLoss(5);
        try (TrainingSession other = open(SmallNet.ADAM)) {
            steps(other, 0, 3);
            assertEquals(first, firstLoss(5));
        }
        assertNotEquals(first, firstLoss(6));
    }

    @Test
    public void aStateIsACopy() {
        try (TrainingSession session = open(SmallNet.ADAM)) {
            TrainingState state = session.state();
            float[] before = state.weights().tensor("conv.weight").toArray();
            steps(session, 0, 2);
            assertArrayEquals(before, state.weights().tensor("conv.weight").toArray());
        }
    }

    private double firstLoss(long seed) {
        try (TrainingSession session = open(SmallNet.ADAM)) {
            return session.step(List.of(SmallNet.batch(4, 1)), 0.01, seed).loss();
        }
    }

    private TrainingSession open(Optimizer optimizer) {
        TrainingOptions options =
                new TrainingOptions(
                        Device.CPU,
                        Precision.FP32,
                        optimizer,
                        OptionalDouble.of(0.5),
                        OptionalDouble.of(0.99));
        return engine.train(GRAPH, SmallNet.weights(GRAPH), options);
    }

    private static void steps(TrainingSession session, int from, int to) {
        for (int step = from; step < to; step++) {
            session.step(
                    List.of(SmallNet.batch(4, step), SmallNet.batch(3, 1000 + step)),
                    0.01 / (1 + step),
                    step);
        }
    }

    private static void assertSame(TrainingState wanted, TrainingState actual) {
        assertEquals(wanted.updates(), actual.updates());
        assertSame(wanted.weights().tensors(), actual.weights().tensors());
        assertSame(wanted.optimizer(), actual.optimizer());
        assertSame(
                wanted.averaged().orElseThrow().tensors(),
                actual.averaged().orElseThrow().tensors());
    }

    private static void assertSame(Map<String, HostTensor> wanted, Map<String, HostTensor> actual) {
        assertEquals(wanted.keySet(), actual.keySet());
        wanted.forEach(
                (name, tensor) ->
                        assertEquals(
                                -1,
                                tensor.data().mismatch(actual.getOrDefault(name, tensor).data()),
                                name));
    }
}
