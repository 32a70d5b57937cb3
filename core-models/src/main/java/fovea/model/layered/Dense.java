package fovea.model.layered;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.graph.Bias;
import fovea.graph.GraphBuilder;
import fovea.graph.Initializer;
import fovea.graph.Value;

import java.util.List;

/// A linear layer on the channels, of an image pixel by pixel. Parameters: `weight` `out×in`,
/// `bias` `out`.
@Help("Linear layer on the channels")
public record Dense(
        @Help("Output channels") @Range(min = 1, max = 10000000) int units,
        @Help("Whether a learnt number is added to each channel") @Default("learnt") Bias bias)
        implements Layer {
    @Override
    public Value apply(GraphBuilder g, List<Value> inputs) {
        Value x = Inputs.channelsLast(g, Inputs.one(inputs));
        return Inputs.channelsFirst(
                g, g.linear(x, units, bias, new Initializer.KaimingNormal(Initializer.Fan.IN)));
    }
}
