package fovea.model.layered;

import fovea.component.Help;
import fovea.graph.GraphBuilder;
import fovea.graph.Op;
import fovea.graph.Value;

import java.util.List;

/// Several values joined element by element, from the first to the last; axes of length 1 are
/// repeated.
@Help("Several values joined element by element")
public record Merge(@Help("How two elements become one") How how) implements Layer {
    /// How elements become one.
    public enum How {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        AVERAGE,
        MAXIMUM,
        MINIMUM
    }

    @Override
    public Value apply(GraphBuilder g, List<Value> inputs) {
        Inputs.several(inputs);
        Value joined = inputs.getFirst();
        for (Value next : inputs.subList(1, inputs.size())) {
            joined = g.binary(operator(), joined, next);
        }
        return how == How.AVERAGE ? g.scale(joined, 1.0 / inputs.size(), 0) : joined;
    }

    private Op.Operator operator() {
        return switch (how) {
            case ADD, AVERAGE -> Op.Operator.ADD;
            case SUBTRACT -> Op.Operator.SUBTRACT;
            case MULTIPLY -> Op.Operator.MULTIPLY;
            case DIVIDE -> Op.Operator.DIVIDE;
            case MAXIMUM -> Op.Operator.MAXIMUM;
            case MINIMUM -> Op.Operator.MINIMUM;
        };
    }
}
