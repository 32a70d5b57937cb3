package fovea.model.layered;

import fovea.component.Default;
import fovea.component.Help;
import fovea.graph.GraphBuilder;
import fovea.graph.Value;

import java.util.List;

/// factor·x + offset.
@Help("Multiplies by one number and adds another")
public record Rescaling(
        @Help("What is multiplied by") @Default("1") double factor,
        @Help("What is added then") @Default("0") double offset)
        implements Layer {
    @Override
    public Value apply(GraphBuilder g, List<Value> inputs) {
        return g.scale(Inputs.one(inputs), factor, offset);
    }
}
