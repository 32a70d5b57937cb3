package fovea.model;

import fovea.graph.Bias;
import fovea.graph.GraphBuilder;
import fovea.graph.Op;
import fovea.graph.Value;
import fovea.graph.Window;

/// Groups of operations that many nets share.
final class Layers {
    private Layers() {}

    /// Convolution without bias, then batch normalisation, in the scopes `conv` and `bn` followed
    /// by a suffix.
    static Value convNorm(GraphBuilder g, String suffix, Value x, int outChannels, Window window) {
        return g.at("bn" + suffix)
                .batchNorm(g.at("conv" + suffix).conv2d(x, outChannels, window, Bias.NONE));
    }

    /// Depthwise convolution without bias, then batch normalisation.
    static Value depthwiseNorm(GraphBuilder g, String suffix, Value x, Window window) {
        int channels = x.shape().dim(1);
        Value y = g.at("conv" + suffix).conv2d(x, channels, window, channels, Bias.NONE);
        return g.at("bn" + suffix).batchNorm(y);
    }

    static Value relu6(GraphBuilder g, Value x) {
        return g.unary(Op.Function.RELU6, x);
    }

    static Value gelu(GraphBuilder g, Value x) {
        return g.unary(Op.Function.GELU, x);
    }

    static Value dropout(GraphBuilder g, Value x, double rate) {
        return rate == 0 ? x : g.apply(new Op.Dropout(rate), x);
    }

    static Value dropPath(GraphBuilder g, Value x, double rate) {
        return rate == 0 ? x : g.apply(new Op.DropPath(rate), x);
    }
}
