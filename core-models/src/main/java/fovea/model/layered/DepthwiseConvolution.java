package fovea.model.layered;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.graph.Bias;
import fovea.graph.GraphBuilder;
import fovea.graph.Op;
import fovea.graph.Value;

import java.util.List;

/// A convolution of each channel by itself. Parameters: `weight` `in·multiplier×1×kH×kW`, `bias`;
/// what a channel becomes lies side by side.
@Help("Convolution of each channel by itself")
public record DepthwiseConvolution(
        @Help("Output channels for each input channel") @Default("1") @Range(min = 1, max = 10000)
                int multiplier,
        @Help("The window that slides over the image") Sliding window,
        @Help("Whether a learnt number is added to each channel") @Default("learnt") Bias bias)
        implements Layer {
    @Override
    public Value apply(GraphBuilder g, List<Value> inputs) {
        Sliding.Placed placed = window.place(g, Inputs.image(inputs), 0);
        int channels = placed.image().shape().dim(1);
        Op.Conv2d op = new Op.Conv2d(placed.window(), channels);
        int out = Math.multiplyExact(channels, multiplier);
        return g.conv2d(placed.image(), out, op, bias, Convolution.START);
    }
}
