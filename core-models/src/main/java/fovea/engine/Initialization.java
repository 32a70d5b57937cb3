package fovea.engine;

import fovea.graph.Graph;
import fovea.graph.Initializer;
import fovea.graph.Op;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.sample.Seed;
import fovea.tensor.HostTensor;
import fovea.tensor.Layout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/// The weights a graph starts with. Each parameter draws from a seed of its own name, so that
/// adding a layer leaves the others as they were.
public final class Initialization {
    private Initialization() {}

    public static Weights of(Graph graph, Seed seed) {
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        for (Value value : graph.parameters()) {
            if (value.op() instanceof Op.Parameter parameter) {
                tensors.put(value.name(), draw(parameter, seed.at(value.name().hashCode())));
            }
        }
        return new Weights(tensors);
    }

    private static HostTensor draw(Op.Parameter parameter, Seed seed) {
        HostTensor tensor = HostTensor.zeros(Layout.CONTIGUOUS, parameter.shape().dims());
        DoubleSupplier next = generator(parameter.initializer(), parameter.shape(), seed.random());
        for (int i = 0; i < tensor.elements(); i++) {
            tensor.data().put(i, (float) next.getAsDouble());
        }
        return tensor;
    }

    private static DoubleSupplier generator(
            Initializer initializer, Shape shape, SplittableRandom random) {
        return switch (initializer) {
            case Initializer.Constant constant -> constant::value;
            case Initializer.Normal normal -> () -> random.nextGaussian() * normal.std();
            case Initializer.TruncatedNormal normal -> () -> truncated(random) * normal.std();
            case Initializer.KaimingNormal kaiming -> {
                double std = Math.sqrt(2.0 / fan(kaiming.fan(), shape));
                yield () -> random.nextGaussian() * std;
            }
            case Initializer.FanInUniform uniform ->
                    uniform(random, Math.sqrt(1.0 / fan(Initializer.Fan.IN, shape)));
        };
    }

    private static DoubleSupplier uniform(SplittableRandom random, double bound) {
        return () -> (random.nextDouble() * 2 - 1) * bound;
    }

    private static double truncated(SplittableRandom random) {
        double value = random.nextGaussian();
        while (Math.abs(value) > 2) {
            value = random.nextGaussian();
        }
        return value;
    }

    private static double fan(Initializer.Fan fan, Shape shape) {
        if (shape.rank() < 2) {
            return shape.elementsPerSample();
        }
        double taps = shape.elementsPerSample() / (double) shape.dim(0) / shape.dim(1);
        return taps * shape.dim(fan == Initializer.Fan.OUT ? 0 : 1);
    }
}
