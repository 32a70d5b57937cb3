package fovea.model.layered;

import fovea.component.Default;
import fovea.component.Help;
import fovea.graph.GraphBuilder;
import fovea.graph.Initializer;
import fovea.graph.Op;
import fovea.graph.Role;
import fovea.graph.Shape;
import fovea.graph.Value;

import java.util.ArrayList;
import java.util.List;

/// A leaky ReLU with learnt slopes (He et al., 2015). Parameter: `weight`, shaped as one sample or
/// as its channels.
@Help("Leaky ReLU with learnt slopes (He et al., 2015)")
public record Prelu(
        @Help("Whether all pixels of a channel have one slope") @Default("channel") Shared shared)
        implements Layer {
    /// What has a slope of its own.
    public enum Shared {
        CHANNEL,
        /// Each element.
        NONE
    }

    @Override
    public Value apply(GraphBuilder g, List<Value> inputs) {
        Value x = Inputs.one(inputs);
        Value slopes = g.parameter("weight", slopes(x), new Initializer.Constant(0.25), Role.BIAS);
        Value below = g.relu(g.scale(x, -1, 0));
        return g.binary(Op.Operator.SUBTRACT, g.relu(x), g.multiply(below, slopes));
    }

    private Shape slopes(Value x) {
        List<Integer> dims = new ArrayList<>(x.shape().dims());
        dims.set(0, 1);
        if (shared == Shared.CHANNEL) {
            for (int axis = 1; axis < dims.size(); axis++) {
                dims.set(axis, axis == Inputs.channelAxis(x) ? dims.get(axis) : 1);
            }
        }
        return new Shape(dims);
    }
}
