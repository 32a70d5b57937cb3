package fovea.engine.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.engine.Engine;
import fovea.engine.TrainingSession;
import fovea.engine.Weights;
import fovea.graph.Graph;
import fovea.graph.Initializer;
import fovea.graph.Op;
import fovea.graph.Role;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.tensor.HostTensor;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/// What random operations do shows in the gradient of ones: the factor each element got.
public abstract class NoiseContract {
    private static final int SIZE = 4000;

    private final Engine engine;

    protected NoiseContract(Engine engine) {
        this.engine = engine;
    }

    @Test
    public void dropoutZeroesAtItsRateAndScalesTheRest() {
        float[] factors = factors(new Op.Dropout(0.2), Shape.of(1, SIZE));
        int kept = 0;
        for (float factor : factors) {
            assertTrue(Math.abs(factor) < 1e-4 || Math.abs(factor - 1.25) < 1e-4, "" + factor);
            kept += factor > 1 ? 1 : 0;
        }
        assertEquals(0.8, kept / (double) SIZE, 0.03);
    }

    @Test
    public void dropPathZeroesWholeSamplesAndScalesTheRest() {
        float[] factors = factors(new Op.DropPath(0.2), Shape.of(SIZE / 4, 4));
        int kept = 0;
        for (int sample = 0; sample < SIZE / 4; sample++) {
            float factor = factors[4 * sample];
            assertTrue(Math.abs(factor) < 1e-4 || Math.abs(factor - 1.25) < 1e-4, "" + factor);
            for (int i = 1; i < 4; i++) {
                assertEquals(factor, factors[4 * sample + i]);
            }
            kept += factor > 1 ? 1 : 0;
        }
        assertEquals(0.8, kept / (SIZE / 4.0), 0.06);
    }

    @Test
    public void droppingEverythingGivesZerosNotNan() {
        for (float factor : factors(new Op.DropPath(1), Shape.of(4, 2))) {
            assertEquals(0, factor, 1e-6);
        }
        for (float factor : factors(new Op.Dropout(1), Shape.of(4, 2))) {
            assertEquals(0, factor, 1e-6);
        }
    }

    @Test
    public void nothingIsDroppedInInference() {
        Graph graph = SmallNet.noisy();
        Map<String, HostTensor> batch = SmallNet.batch(5, 3);
        try (TrainingSession session =
                engine.train(graph, SmallNet.weights(graph), SmallNet.options(SmallNet.ADAM))) {
            HostTensor first =
                    session.evaluate(batch, List.of("logits")).values().iterator().next();
            HostTensor second =
                    session.evaluate(batch, List.of("logits")).values().iterator().next();
            assertEquals(-1, first.data().mismatch(second.data()));
        }
    }

    private float[] factors(Op op, Shape shape) {
        Graph graph =
                Graph.build(
                        "noise",
                        g -> {
                            Value w =
                                    g.parameter(
                                            "w", shape, new Initializer.Constant(0), Role.WEIGHT);
                            g.output(Graph.LOSS, g.sum(g.apply(op, w), 0, 1));
                        });
        Weights zeros = new Weights(Map.of("w", HostTensor.zeros(shape.dim(0), shape.dim(1))));
        try (TrainingSession session = engine.train(graph, zeros, Trial.PLAIN)) {
            session.step(List.of(Map.of()), 1, 11);
            float[] moved = session.state().weights().tensor("w").toArray();
            for (int i = 0; i < moved.length; i++) {
                moved[i] = -moved[i];
            }
            return moved;
        }
    }
}
