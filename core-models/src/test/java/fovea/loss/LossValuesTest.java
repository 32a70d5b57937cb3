package fovea.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.engine.Device;
import fovea.engine.InferenceSession;
import fovea.engine.Weights;
import fovea.engine.torch.TorchEngine;
import fovea.graph.Graph;
import fovea.graph.Shape;
import fovea.tensor.HostTensor;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/// Losses as the engine computes them, against values worked out in double precision.
class LossValuesTest {
    private static final int CLASSES = 3;
    private static final float[] LOGITS = {1.5f, -0.25f, 0.5f, -2, 3, 0};

    @Test
    void crossEntropyIsTheMeanSurprise() {
        double expected = (surprise(0, 0) + surprise(1, 2)) / 2;
        assertEquals(expected, loss(new CrossEntropy(0), 1, 0, 0, 0, 0, 1), 1e-6);
    }

    @Test
    void labelSmoothingSpreadsItsShareOverAllClasses() {
        double share = 0.3;
        double expected = 0;
        for (int row = 0; row < 2; row++) {
            int truth = row == 0 ? 0 : 2;
            double all = surprise(row, 0) + surprise(row, 1) + surprise(row, 2);
            expected += ((1 - share) * surprise(row, truth) + share / CLASSES * all) / 2;
        }
        assertEquals(expected, loss(new CrossEntropy(share), 1, 0, 0, 0, 0, 1), 1e-6);
    }

    @Test
    void binaryCrossEntropyAsksEachClassByItself() {
        float[] target = {1, 1, 0, 0, 1, 0};
        double expected = 0;
        for (int i = 0; i < target.length; i++) {
            double probability = 1 / (1 + Math.exp(-LOGITS[i]));
            expected -= Math.log(target[i] == 1 ? probability : 1 - probability) / target.length;
        }
        assertEquals(expected, loss(new BinaryCrossEntropy(), target), 1e-6);
    }

    @Test
    void largeLogitsOverflowNeitherLoss() {
        float[] huge = {1e4f, -1e4f, 0, 0, 1e4f, -1e4f};
        float[] target = {1, 0, 0, 0, 1, 0};
        assertTrue(Double.isFinite(loss(new CrossEntropy(0.1), huge, target)));
        assertTrue(Double.isFinite(loss(new BinaryCrossEntropy(), huge, target)));
    }

    private static double surprise(int row, int truth) {
        double sum = 0;
        for (int k = 0; k < CLASSES; k++) {
            sum += Math.exp(LOGITS[row * CLASSES + k]);
        }
        return Math.log(sum) - LOGITS[row * CLASSES + truth];
    }

    private static double loss(Loss loss, float... target) {
        return loss(loss, LOGITS, target);
    }

    private static double loss(Loss loss, float[] logits, float[] target) {
        Shape shape = Shape.of(Shape.BATCH, CLASSES);
        Graph graph =
                Graph.build(
                        "loss",
                        g ->
                                g.output(
                                        Graph.LOSS,
                                        loss.of(
                                                g,
                                                g.input("logits", shape),
                                                g.input("target", shape))));
        List<Integer> dims = shape.withBatch(2);
        try (InferenceSession session =
                new TorchEngine().infer(graph, new Weights(Map.of()), Device.CPU)) {
            return session.run(
                            Map.of(
                                    "logits", HostTensor.of(dims, logits),
                                    "target", HostTensor.of(dims, target)))
                    .getOrDefault(Graph.LOSS, HostTensor.zeros(1))
                    .data()
                    .get(0);
        }
    }
}
