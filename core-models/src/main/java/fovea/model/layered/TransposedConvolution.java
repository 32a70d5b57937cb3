package fovea.model.layered;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.graph.Bias;
import fovea.graph.GraphBuilder;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.graph.Window;

import java.util.List;

/// A transposed convolution: the image grows by the stride. With `same` padding it grows by just
/// that. Parameters: `weight` `in×out×kH×kW`, `bias` `out`.
@Help("Transposed convolution, which makes an image larger")
public record TransposedConvolution(
        @Help("Output channels") @Range(min = 1, max = 1000000) int channels,
        @Help("The window that slides over the result; its border is cut off") Sliding window,
        @Help("Whether a learnt number is added to each channel") @Default("learnt") Bias bias)
        implements Layer {
    public TransposedConvolution {
        for (int axis = 0; axis < 2; axis++) {
            if (window.kernel().get(axis) < window.stride().get(axis)) {
                throw new IllegalArgumentException(
                        "the kernel of a transposed convolution must be at least as large as its"
                                + " stride");
            }
        }
    }

    @Override
    public Value apply(GraphBuilder g, List<Value> inputs) {
        Value x = Inputs.image(inputs);
        Window all =
                new Window(
                        Sliding.size(window.kernel()),
                        Sliding.size(window.stride()),
                        Window.Size.square(0),
                        Sliding.size(window.dilation()));
        Value whole = g.convTranspose2d(x, channels, all, bias);
        Shape full = whole.shape();
        return switch (window.padding()) {
            case VALID -> {
                int top = window.border().get(0);
                int left = window.border().get(2);
                int height = full.dim(2) - top - window.border().get(1);
                int width = full.dim(3) - left - window.border().get(3);
                yield cut(g, cut(g, whole, 2, top, height), 3, left, width);
            }
            case SAME -> {
                int height = x.shape().dim(2) * window.stride().get(0);
                int width = x.shape().dim(3) * window.stride().get(1);
                int top = (full.dim(2) - height) / 2;
                int left = (full.dim(3) - width) / 2;
                yield cut(g, cut(g, whole, 2, top, height), 3, left, width);
            }
        };
    }

    static Value cut(GraphBuilder g, Value x, int axis, int start, int length) {
        return length == x.shape().dim(axis) ? x : g.slice(x, axis, start, length);
    }
}
