package fovea.model.layered;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.graph.GraphBuilder;
import fovea.graph.Op;
import fovea.graph.Value;

import java.util.List;

/// x above 0, slope·x below (Maas et al., 2013).
@Help("Leaky ReLU (Maas et al., 2013)")
public record LeakyRelu(
        @Help("Slope below 0") @Default("0.3") @Range(min = 0, max = 1) double slope)
        implements Layer {
    @Override
    public Value apply(GraphBuilder g, List<Value> inputs) {
        Value x = Inputs.one(inputs);
        return g.binary(Op.Operator.MAXIMUM, x, g.scale(x, slope, 0));
    }
}
