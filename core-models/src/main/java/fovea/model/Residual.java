package fovea.model;

import fovea.graph.GraphBuilder;
import fovea.graph.Value;
import fovea.graph.Window;

/// Residual blocks (He et al., 2016).
final class Residual {
    private Residual() {}

    /// Two 3×3 convolutions.
    static Value basic(GraphBuilder g, Value x, int channels, int stride) {
        Value y = g.relu(Layers.convNorm(g, "1", x, channels, Window.same(3).stride(stride)));
        y = Layers.convNorm(g, "2", y, channels, Window.same(3));
        return g.relu(g.add(y, projection(g, x, channels, stride)));
    }

    /// 1×1, 3×3 and 1×1 convolutions, the last four times as wide.
    static Value bottleneck(GraphBuilder g, Value x, int channels, int stride) {
        Value y = g.relu(Layers.convNorm(g, "1", x, channels, Window.kernel(1)));
        y = g.relu(Layers.convNorm(g, "2", y, channels, Window.same(3).stride(stride)));
        y = Layers.convNorm(g, "3", y, 4 * channels, Window.kernel(1));
        return g.relu(g.add(y, projection(g, x, 4 * channels, stride)));
    }

    private static Value projection(GraphBuilder g, Value x, int channels, int stride) {
        boolean same = stride == 1 && x.shape().dim(1) == channels;
        return same
                ? x
                : Layers.convNorm(
                        g.at("downsample"), "", x, channels, Window.kernel(1).stride(stride));
    }
}
