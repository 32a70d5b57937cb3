package fovea.model.layered;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.graph.Bias;
import fovea.graph.GraphBuilder;
import fovea.graph.Initializer;
import fovea.graph.Op;
import fovea.graph.Value;

import java.util.List;

/// A convolution. Parameters: `weight` `out×in/groups×kH×kW`, `bias` `out`.
@Help("Convolution")
public record Convolution(
        @Help("Output channels") @Range(min = 1, max = 1000000) int channels,
        @Help("The window that slides over the image") Sliding window,
        @Help("Groups of channels that do not see one another")
                @Default("1")
                @Range(min = 1, max = 1000000)
                int groups,
        @Help("Whether a learnt number is added to each channel") @Default("learnt") Bias bias)
        implements Layer {
    static final Initializer START = new Initializer.KaimingNormal(Initializer.Fan.OUT);

    @Override
    public Value apply(GraphBuilder g, List<Value> inputs) {
        Sliding.Placed placed = window.place(g, Inputs.image(inputs), 0);
        Op.Conv2d op = new Op.Conv2d(placed.window(), groups);
        return g.conv2d(placed.image(), channels, op, bias, START);
    }
}
