package fovea.model;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Named;
import fovea.graph.GraphBuilder;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.graph.Window;

import java.util.ArrayList;
import java.util.List;

/// ShuffleNetV2 (Ma et al., 2018): half of the channels pass through, then the halves are shuffled.
/// 2,278,604 parameters for 1,000 classes at width 1.
@Named("shufflenet-v2")
@Help("ShuffleNetV2 (Ma et al., 2018), small and quick")
public record ShuffleNetV2(
        @Help("The paper's widths: x0-5, x1, x1-5 or x2") @Default("x1") Width width)
        implements Backbone {
    /// Channels of the first stage, which double twice, and of the last layer, from the paper's
    /// table 5.
    public enum Width {
        X0_5(48, 1024),
        X1(116, 1024),
        X1_5(176, 1024),
        X2(244, 2048);

        private final int first;
        private final int last;

        Width(int first, int last) {
            this.first = first;
            this.last = last;
        }
    }

    private static final List<Integer> BLOCKS = List.of(4, 8, 4);

    @Override
    public Features features(GraphBuilder g, Value image) {
        GraphBuilder stem = g.at("stem");
        Value x = stem.relu(Layers.convNorm(stem, "", image, 24, Window.same(3).stride(2)));
        List<Value> maps = new ArrayList<>(List.of(x));
        x = stem.maxPool2d(x, Window.same(3).stride(2));
        maps.add(x);
        for (int stage = 0; stage < 3; stage++) {
            GraphBuilder s = g.at("stage" + (stage + 2));
            x = down(s.at(0), x, width.first << stage);
            for (int i = 1; i < BLOCKS.get(stage); i++) {
                x = unit(s.at(i), x);
            }
            maps.add(x);
        }
        GraphBuilder last = g.at("last");
        Value y = Layers.convNorm(last, "", x, width.last, Window.kernel(1));
        maps.set(maps.size() - 1, last.relu(y));
        return new Features(maps);
    }

    private static Value unit(GraphBuilder g, Value x) {
        int half = x.shape().dim(1) / 2;
        Value branch = branch(g, g.slice(x, 1, half, half), half, 1);
        return shuffle(g, g.concat(1, g.slice(x, 1, 0, half), branch));
    }

    private static Value down(GraphBuilder g, Value x, int channels) {
        GraphBuilder side = g.at("side");
        Value left = Layers.depthwiseNorm(side, "1", x, Window.same(3).stride(2));
        left = side.relu(Layers.convNorm(side, "2", left, channels / 2, Window.kernel(1)));
        return shuffle(g, g.concat(1, left, branch(g, x, channels / 2, 2)));
    }

    private static Value branch(GraphBuilder g, Value x, int channels, int stride) {
        Value y = g.relu(Layers.convNorm(g, "1", x, channels, Window.kernel(1)));
        y = Layers.depthwiseNorm(g, "2", y, Window.same(3).stride(stride));
        return g.relu(Layers.convNorm(g, "3", y, channels, Window.kernel(1)));
    }

    private static Value shuffle(GraphBuilder g, Value x) {
        Shape shape = x.shape();
        Shape groups = Shape.of(Shape.BATCH, 2, shape.dim(1) / 2, shape.dim(2), shape.dim(3));
        return g.reshape(g.permute(g.reshape(x, groups), 0, 2, 1, 3, 4), shape);
    }
}
