package fovea.model.layered;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Named;
import fovea.graph.GraphBuilder;
import fovea.graph.Value;

import java.util.List;

/// Several values side by side.
@Named("concat")
@Help("Several values side by side")
public record ConcatLayer(
        @Help("Along which axis; only images have rows and columns") @Default("channels") Axis axis)
        implements Layer {
    /// The axes of an image.
    public enum Axis {
        CHANNELS,
        ROWS,
        COLUMNS
    }

    @Override
    public Value apply(GraphBuilder g, List<Value> inputs) {
        Inputs.several(inputs);
        Value first = inputs.getFirst();
        if (axis != Axis.CHANNELS && first.shape().rank() != 4) {
            throw new IllegalArgumentException("only images have rows and columns");
        }
        int number =
                switch (axis) {
                    case CHANNELS -> Inputs.channelAxis(first);
                    case ROWS -> 2;
                    case COLUMNS -> 3;
                };
        return g.concat(number, inputs.toArray(Value[]::new));
    }
}
