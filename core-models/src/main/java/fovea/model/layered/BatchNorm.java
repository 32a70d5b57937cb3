package fovea.model.layered;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.graph.Bias;
import fovea.graph.GraphBuilder;
import fovea.graph.Initializer;
import fovea.graph.Op;
import fovea.graph.Role;
import fovea.graph.Shape;
import fovea.graph.Value;

import java.util.List;

/// Batch normalisation of the channels (Ioffe and Szegedy, 2015). Parameters: `weight`, `bias`,
/// `running_mean`, `running_var`, each `C`. A gain or shift that is not learnt stays 1 or 0.
@Help("Batch normalisation (Ioffe and Szegedy, 2015)")
public record BatchNorm(
        @Help("Added to the variance") @Default("0.001") @Range(min = 0, max = 1e6) double epsilon,
        @Help("Share of the batch in the running statistics")
                @Default("0.01")
                @Range(min = 0, max = 1)
                double momentum,
        @Help("Whether each channel is multiplied by a learnt number") @Default("learnt") Bias gain,
        @Help("Whether a learnt number is added to each channel") @Default("learnt") Bias bias)
        implements Layer {
    @Override
    public Value apply(GraphBuilder g, List<Value> inputs) {
        Value x = Inputs.one(inputs);
        Shape channels = Shape.of(Inputs.channels(x));
        Value image = Inputs.asImage(g, x);
        Value normal =
                g.apply(
                        new Op.BatchNorm(epsilon, momentum),
                        image,
                        parameter(g, "weight", channels, gain),
                        parameter(g, "bias", channels, bias),
                        g.parameter("running_mean", channels, start(0), Role.BUFFER),
                        g.parameter("running_var", channels, start(1), Role.BUFFER));
        return Inputs.like(g, normal, x.shape());
    }

    static Value parameter(GraphBuilder g, String name, Shape channels, Bias learnt) {
        Role role = learnt == Bias.LEARNT ? Role.BIAS : Role.BUFFER;
        return g.parameter(name, channels, start(name.equals("weight") ? 1 : 0), role);
    }

    private static Initializer start(double value) {
        return new Initializer.Constant(value);
    }
}
