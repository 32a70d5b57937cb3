package fovea.model.layered;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.graph.GraphBuilder;
import fovea.graph.Op;
import fovea.graph.Value;

import java.util.List;

/// Rows and columns of zeros around an image.
@Help("Rows and columns of zeros around an image")
public record ZeroPadding(
        @Help("Rows above") @Default("0") @Range(min = 0, max = 8192) int top,
        @Help("Rows below") @Default("0") @Range(min = 0, max = 8192) int bottom,
        @Help("Columns at the left") @Default("0") @Range(min = 0, max = 8192) int left,
        @Help("Columns at the right") @Default("0") @Range(min = 0, max = 8192) int right)
        implements Layer {
    @Override
    public Value apply(GraphBuilder g, List<Value> inputs) {
        return g.apply(new Op.Pad(top, bottom, left, right, 0), Inputs.image(inputs));
    }
}
