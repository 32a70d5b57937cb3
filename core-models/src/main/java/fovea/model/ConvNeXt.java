package fovea.model;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Named;
import fovea.component.Range;
import fovea.graph.Bias;
import fovea.graph.GraphBuilder;
import fovea.graph.Initializer;
import fovea.graph.Op;
import fovea.graph.Role;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.graph.Window;

import java.util.ArrayList;
import java.util.List;

/// ConvNeXt-tiny (Liu et al., 2022): 7×7 depthwise convolutions, layer norms, a linear layer four
/// times as wide. 28,589,128 parameters for 1,000 classes at width 96.
@Named("convnext")
@Help("ConvNeXt-tiny (Liu et al., 2022)")
public record ConvNeXt(
        @Help("Channels of the first stage; 96 is tiny") @Default("96") @Range(min = 8, max = 512)
                int width,
        @Help("Side of the first patches; 4 for large images, 1 or 2 for small ones")
                @Default("4")
                @Range(min = 1, max = 16)
                int patch,
        @Help("Largest rate of stochastic depth, reached in the last block")
                @Default("0.1")
                @Range(min = 0, max = 0.9)
                double dropPath)
        implements Backbone {
    private static final List<Integer> BLOCKS = List.of(3, 3, 9, 3);
    private static final Initializer START = new Initializer.TruncatedNormal(0.02);
    private static final double EPSILON = 1e-6;

    @Override
    public Features features(GraphBuilder g, Value image) {
        Value x = patches(g.at("stem"), image, width, patch);
        x = norm(g.at("stem").at("norm"), x);
        List<Value> maps = new ArrayList<>();
        int done = 0;
        for (int stage = 0; stage < 4; stage++) {
            GraphBuilder s = g.at("stage" + (stage + 1));
            if (stage > 0) {
                x = patches(s.at("down"), norm(s.at("down").at("norm"), x), width << stage, 2);
            }
            for (int i = 0; i < BLOCKS.get(stage); i++) {
                x = block(s.at(i), x, dropPath * done++ / 17);
            }
            maps.add(x);
        }
        return new Features(maps);
    }

    @Override
    public Value pooled(GraphBuilder g, Features features) {
        return g.at("norm").layerNorm(g.at("pool").globalAveragePool(features.coarsest()), EPSILON);
    }

    private static Value patches(GraphBuilder g, Value x, int channels, int side) {
        Op.Conv2d conv = new Op.Conv2d(Window.kernel(side).stride(side), 1);
        return g.at("conv").conv2d(x, channels, conv, Bias.LEARNT, START);
    }

    private static Value norm(GraphBuilder g, Value x) {
        return g.permute(g.layerNorm(g.permute(x, 0, 2, 3, 1), EPSILON), 0, 3, 1, 2);
    }

    private static Value block(GraphBuilder g, Value x, double drop) {
        int channels = x.shape().dim(1);
        Op.Conv2d depthwise = new Op.Conv2d(Window.same(7), channels);
        Value y = g.at("dwconv").conv2d(x, channels, depthwise, Bias.LEARNT, START);
        y = g.at("norm").layerNorm(g.permute(y, 0, 2, 3, 1), EPSILON);
        y = Layers.gelu(g, g.at("fc1").linear(y, 4 * channels, Bias.LEARNT, START));
        y = g.at("fc2").linear(y, channels, Bias.LEARNT, START);
        Value gamma =
                g.parameter("gamma", Shape.of(channels), new Initializer.Constant(1e-6), Role.BIAS);
        y = g.permute(g.multiply(y, gamma), 0, 3, 1, 2);
        return g.add(x, Layers.dropPath(g, y, drop));
    }

    @Override
    public Initializer classifierStart() {
        return START;
    }
}
