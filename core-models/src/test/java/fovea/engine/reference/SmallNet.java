package fovea.engine.reference;

import fovea.engine.Device;
import fovea.engine.Initialization;
import fovea.engine.Precision;
import fovea.engine.TrainingOptions;
import fovea.engine.Weights;
import fovea.graph.Bias;
import fovea.graph.Graph;
import fovea.graph.GraphBuilder;
import fovea.graph.Op;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.graph.Window;
import fovea.optimization.Optimizer;
import fovea.sample.Seed;
import fovea.tensor.HostTensor;
import fovea.tensor.Layout;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/// Classifiers of 3×8×8 images into 4 classes, and batches for them.
public final class SmallNet {
    public static final Optimizer ADAM = new Optimizer.Adam(0.01, 0.9, 0.999, 1e-8, 0);

    private SmallNet() {}

    /// Convolution, batch norm, drop path, dropout, linear.
    public static Graph noisy() {
        return Graph.build(
                "noisy",
                g -> {
                    Value x = normalized(g, g.input("image", Shape.image(3, 8, 8)));
                    Value path = g.apply(new Op.DropPath(0.3), x);
                    Value y = g.globalAveragePool(g.add(x, path));
                    classify(g, g.apply(new Op.Dropout(0.25), y));
                });
    }

    public static Graph withBatchNorm() {
        return Graph.build(
                "norm",
                g ->
                        classify(
                                g,
                                g.globalAveragePool(
                                        normalized(g, g.input("image", Shape.image(3, 8, 8))))));
    }

    public static Graph plain() {
        return Graph.build(
                "plain",
                g -> {
                    Value x = g.input("image", Shape.image(3, 8, 8));
                    Value y = g.at("conv").conv2d(x, 6, Window.same(3), Bias.LEARNT);
                    classify(g, g.globalAveragePool(g.relu(y)));
                });
    }

    private static Value normalized(GraphBuilder g, Value x) {
        Value y = g.at("conv").conv2d(x, 6, Window.same(3), Bias.NONE);
        return g.relu(g.at("norm").batchNorm(y));
    }

    private static void classify(GraphBuilder g, Value features) {
        Value logits = g.at("head").linear(features, 4);
        Value target = g.input("target", Shape.of(Shape.BATCH, 4));
        Value likelihood = g.sum(g.multiply(g.apply(new Op.LogSoftmax(), logits), target), 1);
        g.output("logits", logits);
        g.output(Graph.LOSS, g.apply(new Op.Scale(-1, 0), g.mean(likelihood, 0)));
    }

    public static Weights weights(Graph graph) {
        return Initialization.of(graph, new Seed(7));
    }

    public static TrainingOptions options(Optimizer optimizer) {
        return new TrainingOptions(
                Device.CPU,
                Precision.FP32,
                optimizer,
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    public static Map<String, HostTensor> batch(int samples, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        HostTensor image = HostTensor.zeros(samples, 3, 8, 8);
        HostTensor target = HostTensor.zeros(samples, 4);
        for (int i = 0; i < image.elements(); i++) {
            image.data().put(i, (float) random.nextGaussian());
        }
        for (int i = 0; i < samples; i++) {
            target.data().put(i * 4 + random.nextInt(4), 1);
        }
        return Map.of("image", image, "target", target);
    }

    /// The same images with the channels innermost.
    public static HostTensor channelsLast(HostTensor image) {
        HostTensor result = HostTensor.zeros(Layout.CHANNELS_LAST, image.shape());
        int channels = image.shape().get(1);
        int pixels = image.shape().get(2) * image.shape().get(3);
        for (int n = 0; n < image.shape().getFirst(); n++) {
            for (int c = 0; c < channels; c++) {
                for (int p = 0; p < pixels; p++) {
                    float value = image.data().get((n * channels + c) * pixels + p);
                    result.data().put((n * pixels + p) * channels + c, value);
                }
            }
        }
        return result;
    }

    public static List<Optimizer> optimizers() {
        return List.of(
                new Optimizer.Sgd(0.05, 0.9, true, 1e-3),
                new Optimizer.Sgd(0.05, 0, false, 1e-3),
                new Optimizer.Adam(0.01, 0.9, 0.999, 1e-8, 1e-3),
                new Optimizer.AdamW(0.01, 0.9, 0.999, 1e-8, 0.05),
                new Optimizer.RmsProp(0.01, 0.99, 0.9, 1e-8, 1e-3));
    }
}
