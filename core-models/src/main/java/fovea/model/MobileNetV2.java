package fovea.model;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Named;
import fovea.component.Range;
import fovea.graph.GraphBuilder;
import fovea.graph.Initializer;
import fovea.graph.Value;
import fovea.graph.Window;

import java.util.ArrayList;
import java.util.List;

/// MobileNetV2 (Sandler et al., 2018): inverted residuals with linear bottlenecks. 3,504,872
/// parameters for 1,000 classes at width 1.
@Named("mobilenet-v2")
@Help("MobileNetV2 (Sandler et al., 2018), small and quick")
public record MobileNetV2(
        @Help("Multiplies the channels of every layer") @Default("1") @Range(min = 0.1, max = 4)
                double width)
        implements Backbone {
    private record Stage(int expansion, int channels, int blocks, int stride) {}

    private static final List<Stage> STAGES =
            List.of(
                    new Stage(1, 16, 1, 1),
                    new Stage(6, 24, 2, 2),
                    new Stage(6, 32, 3, 2),
                    new Stage(6, 64, 4, 2),
                    new Stage(6, 96, 3, 1),
                    new Stage(6, 160, 3, 2),
                    new Stage(6, 320, 1, 1));

    @Override
    public Features features(GraphBuilder g, Value image) {
        GraphBuilder stem = g.at("stem");
        Value x =
                Layers.relu6(
                        stem,
                        Layers.convNorm(stem, "", image, scaled(32), Window.same(3).stride(2)));
        List<Value> maps = new ArrayList<>();
        for (int stage = 0; stage < STAGES.size(); stage++) {
            Stage spec = STAGES.get(stage);
            if (spec.stride == 2) {
                maps.add(x);
            }
            for (int i = 0; i < spec.blocks; i++) {
                GraphBuilder block = g.at("layer" + (stage + 1)).at(i);
                x = inverted(block, x, spec, i == 0 ? spec.stride : 1);
            }
        }
        GraphBuilder last = g.at("last");
        int channels = Math.max(1280, scaled(1280));
        maps.add(Layers.relu6(last, Layers.convNorm(last, "", x, channels, Window.kernel(1))));
        return new Features(maps);
    }

    private Value inverted(GraphBuilder g, Value x, Stage spec, int stride) {
        Value y = x;
        if (spec.expansion > 1) {
            int hidden = x.shape().dim(1) * spec.expansion;
            y = Layers.relu6(g, Layers.convNorm(g, "1", x, hidden, Window.kernel(1)));
        }
        y = Layers.relu6(g, Layers.depthwiseNorm(g, "2", y, Window.same(3).stride(stride)));
        y = Layers.convNorm(g, "3", y, scaled(spec.channels), Window.kernel(1));
        return stride == 1 && x.shape().equals(y.shape()) ? g.add(x, y) : y;
    }

    /// Channels in steps of 8, never more than a tenth below the exact product.
    private int scaled(int channels) {
        double exact = channels * width;
        int rounded = Math.max(8, (int) (exact + 4) / 8 * 8);
        return rounded < 0.9 * exact ? rounded + 8 : rounded;
    }

    @Override
    public Initializer classifierStart() {
        return new Initializer.Normal(0.01);
    }
}
