package fovea.model.layered;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.graph.GraphBuilder;
import fovea.graph.Op;
import fovea.graph.Value;

import java.util.List;

/// x above 0, alpha·(eˣ − 1) below (Clevert et al., 2016).
@Help("Exponential linear unit (Clevert et al., 2016)")
public record Elu(
        @Help("How deep it falls below 0") @Default("1") @Range(min = 0, max = 1000) double alpha)
        implements Layer {
    @Override
    public Value apply(GraphBuilder g, List<Value> inputs) {
        return of(g, Inputs.one(inputs), alpha);
    }

    static Value of(GraphBuilder g, Value x, double alpha) {
        Value below = g.scale(g.relu(g.scale(x, -1, 0)), -1, 0);
        Value fall = g.scale(g.unary(Op.Function.EXP, below), alpha, -alpha);
        return g.add(g.relu(x), fall);
    }
}
