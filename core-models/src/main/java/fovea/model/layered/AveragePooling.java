package fovea.model.layered;

import fovea.component.Default;
import fovea.component.Help;
import fovea.graph.GraphBuilder;
import fovea.graph.Op;
import fovea.graph.Value;

import java.util.List;

/// The mean of each window.
@Help("Mean of each window")
public record AveragePooling(
        @Help("The window that slides over the image") Sliding window,
        @Help("What the mean is taken of where a window reaches beyond the image")
                @Default("inside")
                Counted counted)
        implements Layer {
    /// Which positions of a window are counted.
    public enum Counted {
        /// Those inside the image (as Keras does).
        INSIDE,
        /// All, those outside as zeros.
        ALL
    }

    @Override
    public Value apply(GraphBuilder g, List<Value> inputs) {
        Value x = Inputs.image(inputs);
        Value sum = pooled(g, x);
        return switch (counted) {
            case ALL -> sum;
            case INSIDE ->
                    window.reachesOutside(x.shape())
                            ? g.binary(Op.Operator.DIVIDE, sum, pooled(g, ones(g, x)))
                            : sum;
        };
    }

    private Value pooled(GraphBuilder g, Value x) {
        Sliding.Placed placed = window.place(g, x, 0);
        return g.apply(new Op.AveragePool2d(placed.window()), placed.image());
    }

    /// One channel of ones, whose pooled share tells how much of each window lies inside.
    private static Value ones(GraphBuilder g, Value x) {
        return g.scale(g.slice(x, 1, 0, 1), 0, 1);
    }
}
