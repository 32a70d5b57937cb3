package fovea.model;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Named;
import fovea.graph.Bias;
import fovea.graph.GraphBuilder;
import fovea.graph.Initializer;
import fovea.graph.Op;
import fovea.graph.Value;
import fovea.graph.Window;

import java.util.List;

/// LeNet-5 (LeCun et al., 1998): two 5×5 convolutions with pooling, then fully connected layers.
///
/// `CLASSIC` has 6 and 16 channels and 120 and 84 units, tanh and mean pooling, with every map of
/// the second layer connected to all of the first: 61,706 parameters for ten classes on 32×32, or
/// on 28×28, which is padded to 32. `WIDE` has 20 and 50 channels and 500 units, ReLU and max
/// pooling: 431,080 parameters on 28×28.
@Named("lenet")
@Help("LeNet-5 (LeCun et al., 1998), for small grey images")
public record LeNet(
        @Help("classic: 6 and 16 channels, tanh; wide: 20 and 50 channels, ReLU") @Default("wide")
                Variant variant)
        implements Backbone {
    /// Which widths and which non-linearity.
    public enum Variant {
        CLASSIC,
        WIDE
    }

    @Override
    public Features features(GraphBuilder g, Value image) {
        int padding = variant == Variant.CLASSIC && image.shape().dim(2) < 32 ? 2 : 0;
        Value c1 = stage(g, "conv1", image, variant == Variant.CLASSIC ? 6 : 20, padding);
        Value c2 = stage(g, "conv2", c1, variant == Variant.CLASSIC ? 16 : 50, 0);
        return new Features(List.of(c1, c2));
    }

    private Value stage(GraphBuilder g, String name, Value x, int channels, int padding) {
        Op.Conv2d conv = new Op.Conv2d(Window.kernel(5).padding(padding), 1);
        Value y = g.at(name).conv2d(x, channels, conv, Bias.LEARNT, new Initializer.FanInUniform());
        return switch (variant) {
            case CLASSIC ->
                    g.apply(new Op.AveragePool2d(Window.kernel(2).stride(2)), activate(g, y));
            case WIDE -> g.maxPool2d(activate(g, y), Window.kernel(2).stride(2));
        };
    }

    @Override
    public Value pooled(GraphBuilder g, Features features) {
        Value x = g.flatten(features.coarsest());
        return switch (variant) {
            case CLASSIC ->
                    activate(g, g.at("fc2").linear(activate(g, g.at("fc1").linear(x, 120)), 84));
            case WIDE -> activate(g, g.at("fc1").linear(x, 500));
        };
    }

    private Value activate(GraphBuilder g, Value x) {
        return variant == Variant.CLASSIC ? g.unary(Op.Function.TANH, x) : g.relu(x);
    }
}
