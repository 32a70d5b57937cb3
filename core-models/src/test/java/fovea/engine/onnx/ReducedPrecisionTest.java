package fovea.engine.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fovea.engine.Device;
import fovea.engine.Initialization;
import fovea.engine.Precision;
import fovea.engine.TrainingOptions;
import fovea.engine.TrainingSession;
import fovea.engine.Weights;
import fovea.engine.torch.TorchEngine;
import fovea.graph.Bias;
import fovea.graph.Graph;
import fovea.graph.GraphBuilder;
import fovea.graph.Op;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.graph.Window;
import fovea.onnx.ExportOptions;
import fovea.onnx.OnnxExport;
import fovea.onnx.OnnxFile;
import fovea.onnx.OnnxPrecision;
import fovea.optimization.Optimizer;
import fovea.sample.Seed;
import fovea.tensor.HostTensor;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/// A net that was trained to tell noisy patterns apart, exported in fewer bits.
class ReducedPrecisionTest {
    private static final int CLASSES = 5;
    private static final int TEST_SAMPLES = 400;
    private static final int STEPS = 60;
    private static final double NOISE = 1.7;

    private static final Graph GRAPH = Graph.build("patterns", ReducedPrecisionTest::build);
    private static final Weights TRAINED = trained();
    private static final Map<String, HostTensor> TEST = batch(TEST_SAMPLES, 99);

    @Test
    void theNetHasLearntSomething() {
        double accuracy = accuracy(probabilities(OnnxPrecision.FP32));
        assertTrue(accuracy > 0.85 && accuracy < 1, "accuracy " + accuracy);
    }

    @Test
    void halfPrecisionChangesProbabilitiesByLessThanHalfAPercent() {
        compare(OnnxPrecision.FP16, 0.005, 0.995);
    }

    @Test
    void eightBitsChangeProbabilitiesByLessThanATenthAndFewDecisions() {
        compare(OnnxPrecision.INT8, 0.1, 0.98);
    }

    @Test
    void convolutionsThatSumManyProductsMultiplyIntegers() {
        Graph large = convolution(64);
        Graph small = convolution(16);
        HostTensor image = HostTensor.zeros(2, 64, 5, 5);
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < image.elements(); i++) {
            image.data().put(i, (float) random.nextGaussian());
        }
        Map<String, HostTensor> batch = Map.of("image", image);
        Weights start = Initialization.of(large, new Seed(2));
        assertTrue(integers(large, start));
        assertFalse(integers(small, Initialization.of(small, new Seed(2))));
        HostTensor wanted = run(large, start, OnnxPrecision.FP32, batch);
        HostTensor actual = run(large, start, OnnxPrecision.INT8, batch);
        double apart = Closeness.relative(wanted, actual);
        assertTrue(apart > 0 && apart < 0.02, "apart by " + apart);
    }

    private static Graph convolution(int channels) {
        return Graph.build(
                "one",
                g -> {
                    Value x = g.input("image", Shape.image(channels, 5, 5));
                    g.output("scores", g.at("conv").conv2d(x, 8, Window.same(3), Bias.LEARNT));
                });
    }

    private static boolean integers(Graph graph, Weights weights) {
        String model = new String(bytes(graph, weights, OnnxPrecision.INT8), ISO_8859_1);
        return model.contains("ConvInteger");
    }

    private static void compare(OnnxPrecision precision, double apart, double agreement) {
        HostTensor wanted = probabilities(OnnxPrecision.FP32);
        HostTensor actual = probabilities(precision);
        double largest = Closeness.relative(wanted, actual);
        assertTrue(largest < apart, "apart by " + largest);
        int same = 0;
        for (int row = 0; row < TEST_SAMPLES; row++) {
            same += best(wanted, row) == best(actual, row) ? 1 : 0;
        }
        assertTrue(same >= agreement * TEST_SAMPLES, same + " agree");
        assertEquals(accuracy(wanted), accuracy(actual), 1 - agreement);
    }

    private static HostTensor probabilities(OnnxPrecision precision) {
        return run(GRAPH.only("scores"), TRAINED, precision, TEST);
    }

    private static HostTensor run(
            Graph graph, Weights weights, OnnxPrecision precision, Map<String, HostTensor> batch) {
        OnnxFile file = OnnxFile.of("net", bytes(graph, weights, precision));
        try (OnnxSession session = OnnxSession.open(file, Device.CPU)) {
            return Objects.requireNonNull(session.run(batch).get("scores"));
        }
    }

    private static byte[] bytes(Graph graph, Weights weights, OnnxPrecision precision) {
        ExportOptions options = new ExportOptions(precision, "", Map.of());
        return OnnxExport.of(graph, weights.tensors(), options).bytes();
    }

    private static double accuracy(HostTensor scores) {
        HostTensor target = Objects.requireNonNull(TEST.get("target"));
        double right = 0;
        for (int row = 0; row < TEST_SAMPLES; row++) {
            right += target.data().get(row * CLASSES + best(scores, row));
        }
        return right / TEST_SAMPLES;
    }

    private static int best(HostTensor scores, int row) {
        int best = 0;
        for (int i = 1; i < CLASSES; i++) {
            boolean better =
                    scores.data().get(row * CLASSES + i) > scores.data().get(row * CLASSES + best);
            best = better ? i : best;
        }
        return best;
    }

    /// Dense, depthwise and transposed convolutions, batch norm, linear layers.
    private static void build(GraphBuilder g) {
        Value x = g.input("image", Shape.image(3, 12, 12));
        x = convolution(g.at("a"), x, 16, Window.same(3), 1);
        x = convolution(g.at("b"), x, 16, Window.same(3), 16);
        x = convolution(g.at("c"), x, 24, Window.same(3).stride(2), 1);
        x = g.relu(g.at("up").convTranspose2d(x, 16, Window.kernel(2).stride(2), Bias.LEARNT));
        x =
                convolution(
                        g.at("d"),
                        g.maxPool2d(x, Window.kernel(2).stride(2)),
                        32,
                        Window.same(3),
                        1);
        Value hidden = g.relu(g.at("hidden").linear(g.globalAveragePool(x), 32));
        Value logits = g.at("head").linear(hidden, CLASSES);
        Value target = g.input("target", Shape.of(Shape.BATCH, CLASSES));
        Value likelihood = g.sum(g.multiply(g.apply(new Op.LogSoftmax(), logits), target), 1);
        g.output("scores", g.apply(new Op.Softmax(), logits));
        g.output(Graph.LOSS, g.apply(new Op.Scale(-1, 0), g.mean(likelihood, 0)));
    }

    private static Value convolution(
            GraphBuilder g, Value x, int channels, Window window, int groups) {
        Value y = g.at("conv").conv2d(x, channels, window, groups, Bias.NONE);
        return g.relu(g.at("norm").batchNorm(y));
    }

    private static Weights trained() {
        TrainingOptions options =
                new TrainingOptions(
                        Device.CPU,
                        Precision.FP32,
                        new Optimizer.Adam(0.01, 0.9, 0.999, 1e-8, 0),
                        OptionalDouble.empty(),
                        OptionalDouble.empty());
        try (TrainingSession session =
                new TorchEngine().train(GRAPH, Initialization.of(GRAPH, new Seed(1)), options)) {
            for (int step = 0; step < STEPS; step++) {
                session.step(List.of(batch(32, step)), 0.01 * (1 - step / (double) STEPS), step);
            }
            return session.state().best();
        }
    }

    /// Each class is a pattern of its own under noise that is stronger.
    private static Map<String, HostTensor> batch(int samples, long seed) {
        SplittableRandom random = new SplittableRandom(seed + 1000);
        HostTensor image = HostTensor.zeros(samples, 3, 12, 12);
        HostTensor target = HostTensor.zeros(samples, CLASSES);
        int each = image.elements() / samples;
        for (int row = 0; row < samples; row++) {
            int label = random.nextInt(CLASSES);
            target.data().put(row * CLASSES + label, 1);
            SplittableRandom pattern = new SplittableRandom(label);
            for (int i = 0; i < each; i++) {
                double value = pattern.nextGaussian() + NOISE * random.nextGaussian();
                image.data().put(row * each + i, (float) value);
            }
        }
        return new HashMap<>(Map.of("image", image, "target", target));
    }
}
