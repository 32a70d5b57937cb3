package fovea.model;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Named;
import fovea.component.Range;
import fovea.graph.GraphBuilder;
import fovea.graph.Op;
import fovea.graph.Value;
import fovea.graph.Window;

import java.util.ArrayList;
import java.util.List;

/// The small ResNet for 32×32 images (He et al., 2016, section 4.2): three stages of (depth − 2) /
/// 6 blocks with 16, 32 and 64 channels. Depth 20 for ten classes of RGB images has 272,474
/// parameters with projections and 269,722 with the paper's padded shortcuts.
@Named("cifar-resnet")
@Help("The small ResNet for 32×32 images (He et al., 2016)")
public record CifarResNet(
        @Help("Layers: 8, 14, 20, 26, 32, …") @Default("20") @Range(min = 8, max = 1202) int depth,
        @Help("Channels of the first stage") @Default("16") @Range(min = 4, max = 512) int width,
        @Help(
                        "How a shortcut grows: by a 1×1 convolution, or by padding with zeros as in"
                                + " the paper")
                @Default("projection")
                Shortcut shortcut)
        implements Backbone {
    /// How a shortcut grows.
    public enum Shortcut {
        PROJECTION,
        PADDING
    }

    public CifarResNet {
        if ((depth - 2) % 6 != 0) {
            throw new IllegalArgumentException("depth must be 6·n + 2, such as 20, not " + depth);
        }
        if (shortcut == Shortcut.PADDING && width % 2 != 0) {
            throw new IllegalArgumentException(
                    "padding shortcuts need an even width, not " + width);
        }
    }

    @Override
    public Features features(GraphBuilder g, Value image) {
        Value x = g.relu(Layers.convNorm(g, "1", image, width, Window.same(3)));
        List<Value> maps = new ArrayList<>();
        for (int stage = 0; stage < 3; stage++) {
            for (int i = 0; i < (depth - 2) / 6; i++) {
                int stride = i == 0 && stage > 0 ? 2 : 1;
                x = block(g.at("layer" + (stage + 1)).at(i), x, width << stage, stride);
            }
            maps.add(x);
        }
        return new Features(maps);
    }

    private Value block(GraphBuilder g, Value x, int channels, int stride) {
        if (shortcut == Shortcut.PROJECTION || stride == 1) {
            return Residual.basic(g, x, channels, stride);
        }
        Value y = g.relu(Layers.convNorm(g, "1", x, channels, Window.same(3).stride(stride)));
        y = Layers.convNorm(g, "2", y, channels, Window.same(3));
        return g.relu(g.add(y, padded(g, x, channels)));
    }

    private static Value padded(GraphBuilder g, Value x, int channels) {
        Value small = g.maxPool2d(x, Window.kernel(1).stride(2));
        Value zeros = g.scale(g.slice(small, 1, 0, (channels - x.shape().dim(1)) / 2), 0, 0);
        return g.apply(new Op.Concat(1), zeros, small, zeros);
    }
}
