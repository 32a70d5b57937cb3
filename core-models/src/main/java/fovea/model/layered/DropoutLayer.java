package fovea.model.layered;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Named;
import fovea.component.Range;
import fovea.graph.GraphBuilder;
import fovea.graph.Op;
import fovea.graph.Value;

import java.util.List;

/// Dropout (Srivastava et al., 2014).
@Named("dropout")
@Help("Zeroes elements while training (Srivastava et al., 2014)")
public record DropoutLayer(
        @Help("Share of the elements zeroed while training")
                @Default("0.5")
                @Range(min = 0, max = 0.999)
                double rate)
        implements Layer {
    @Override
    public Value apply(GraphBuilder g, List<Value> inputs) {
        Value x = Inputs.one(inputs);
        return rate == 0 ? x : g.apply(new Op.Dropout(rate), x);
    }
}
