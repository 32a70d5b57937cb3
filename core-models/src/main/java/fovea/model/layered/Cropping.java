package fovea.model.layered;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.graph.GraphBuilder;
import fovea.graph.Value;

import java.util.List;

/// Cuts rows and columns off an image.
@Help("Cuts rows and columns off an image")
public record Cropping(
        @Help("Rows above") @Default("0") @Range(min = 0, max = 8192) int top,
        @Help("Rows below") @Default("0") @Range(min = 0, max = 8192) int bottom,
        @Help("Columns at the left") @Default("0") @Range(min = 0, max = 8192) int left,
        @Help("Columns at the right") @Default("0") @Range(min = 0, max = 8192) int right)
        implements Layer {
    @Override
    public Value apply(GraphBuilder g, List<Value> inputs) {
        Value x = Inputs.image(inputs);
        int height = x.shape().dim(2) - top - bottom;
        int width = x.shape().dim(3) - left - right;
        Value rows = TransposedConvolution.cut(g, x, 2, top, height);
        return TransposedConvolution.cut(g, rows, 3, left, width);
    }
}
