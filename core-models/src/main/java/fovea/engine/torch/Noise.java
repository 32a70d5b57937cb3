package fovea.engine.torch;

import fovea.graph.Graph;
import fovea.graph.Op;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

import java.util.Arrays;

/// Operations that draw random numbers while training.
final class Noise {
    private Noise() {}

    /// Whether a training step depends on its seed.
    static boolean in(Graph graph) {
        return graph.values().stream()
                .anyMatch(
                        value ->
                                value.op() instanceof Op.Dropout
                                        || value.op() instanceof Op.DropPath);
    }

    static Kernel dropout(double rate, Mode mode) {
        return mode == Mode.INFERENCE || rate == 0
                ? x -> new Tensor(x[0])
                : x -> torch.dropout(x[0], rate, true);
    }

    static Kernel dropPath(double rate, Mode mode) {
        return mode == Mode.INFERENCE || rate == 0
                ? x -> new Tensor(x[0])
                : x -> dropSamples(x[0], rate);
    }

    private static Tensor dropSamples(Tensor x, double rate) {
        double keep = 1 - rate;
        long[] shape = new long[(int) x.dim()];
        Arrays.fill(shape, 1);
        shape[0] = x.size(0);
        Tensor mask = x.detach().new_empty(shape);
        mask.bernoulli_(keep, new org.bytedeco.pytorch.GeneratorOptional());
        return torch.mul(x, keep == 0 ? mask : mask.div_(new Scalar(keep)));
    }
}
