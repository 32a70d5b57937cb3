package fovea.model.layered;

import fovea.component.Default;
import fovea.component.Help;
import fovea.graph.GraphBuilder;
import fovea.graph.Value;

import java.util.List;

/// All elements of a sample as one vector.
@Help("All elements as one vector")
public record Flatten(
        @Help("The order in which the elements of an image are taken") @Default("channels-last")
                Order order)
        implements Layer {
    @Override
    public Value apply(GraphBuilder g, List<Value> inputs) {
        Value x = Inputs.one(inputs);
        if (x.shape().rank() == 2) {
            return x;
        }
        return switch (order) {
            case CHANNELS_LAST -> g.flatten(Inputs.channelsLast(g, x));
            case CHANNELS_FIRST -> g.flatten(x);
        };
    }
}
