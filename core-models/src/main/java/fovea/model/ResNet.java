package fovea.model;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Named;
import fovea.graph.GraphBuilder;
import fovea.graph.Value;
import fovea.graph.Window;

import java.util.ArrayList;
import java.util.List;

/// ResNet (He et al., 2016), with the stride of a bottleneck in its 3×3 convolution as in all
/// common weights. Parameters for 1,000 classes: 11,689,512 (18), 21,797,672 (34), 25,557,032 (50).
@Named("resnet")
@Help("ResNet (He et al., 2016)")
public record ResNet(
        @Help("Layers: 18, 34 or 50") @Default("18") int depth,
        @Help(
                        "standard: 7×7 stride 2 and pooling, for large images; small: 3×3 stride 1,"
                                + " for 32 pixels and the like")
                @Default("standard")
                Stem stem)
        implements Backbone {
    /// How the image enters.
    public enum Stem {
        STANDARD,
        SMALL
    }

    public ResNet {
        if (depth != 18 && depth != 34 && depth != 50) {
            throw new IllegalArgumentException("depth must be 18, 34 or 50, not " + depth);
        }
    }

    @Override
    public Features features(GraphBuilder g, Value image) {
        List<Integer> blocks = depth == 18 ? List.of(2, 2, 2, 2) : List.of(3, 4, 6, 3);
        Value x = stem(g, image);
        List<Value> maps = new ArrayList<>();
        for (int stage = 0; stage < 4; stage++) {
            GraphBuilder s = g.at("layer" + (stage + 1));
            for (int i = 0; i < blocks.get(stage); i++) {
                int stride = i == 0 && stage > 0 ? 2 : 1;
                x =
                        depth == 50
                                ? Residual.bottleneck(s.at(i), x, 64 << stage, stride)
                                : Residual.basic(s.at(i), x, 64 << stage, stride);
            }
            maps.add(x);
        }
        return new Features(maps);
    }

    private Value stem(GraphBuilder g, Value image) {
        return switch (stem) {
            case STANDARD ->
                    g.maxPool2d(
                            g.relu(Layers.convNorm(g, "1", image, 64, Window.same(7).stride(2))),
                            Window.same(3).stride(2));
            case SMALL -> g.relu(Layers.convNorm(g, "1", image, 64, Window.same(3)));
        };
    }
}
