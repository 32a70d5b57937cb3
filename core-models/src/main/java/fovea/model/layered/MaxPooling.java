package fovea.model.layered;

import fovea.component.Help;
import fovea.graph.GraphBuilder;
import fovea.graph.Value;

import java.util.List;

/// The largest value in each window; the border never wins.
@Help("Largest value in each window")
public record MaxPooling(@Help("The window that slides over the image") Sliding window)
        implements Layer {
    /// Finite, since an infinity would turn into NaN where it is multiplied by 0.
    private static final double LOWEST = -Float.MAX_VALUE;

    @Override
    public Value apply(GraphBuilder g, List<Value> inputs) {
        Sliding.Placed placed = window.place(g, Inputs.image(inputs), LOWEST);
        return g.maxPool2d(placed.image(), placed.window());
    }
}
