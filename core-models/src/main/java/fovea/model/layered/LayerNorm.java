package fovea.model.layered;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.graph.Bias;
import fovea.graph.GraphBuilder;
import fovea.graph.Op;
import fovea.graph.Shape;
import fovea.graph.Value;

import java.util.List;

/// Layer normalisation over the channels (Ba et al., 2016), of an image pixel by pixel. Parameters:
/// `weight`, `bias`, each `C`. A gain or shift that is not learnt stays 1 or 0.
@Help("Layer normalisation over the channels (Ba et al., 2016)")
public record LayerNorm(
        @Help("Added to the variance") @Default("0.001") @Range(min = 0, max = 1e6) double epsilon,
        @Help("Whether each channel is multiplied by a learnt number") @Default("learnt") Bias gain,
        @Help("Whether a learnt number is added to each channel") @Default("learnt") Bias bias)
        implements Layer {
    @Override
    public Value apply(GraphBuilder g, List<Value> inputs) {
        Value x = Inputs.channelsLast(g, Inputs.one(inputs));
        Shape channels = Shape.of(x.shape().dim(-1));
        Value normal =
                g.apply(
                        new Op.LayerNorm(epsilon),
                        x,
                        BatchNorm.parameter(g, "weight", channels, gain),
                        BatchNorm.parameter(g, "bias", channels, bias));
        return Inputs.channelsFirst(g, normal);
    }
}
