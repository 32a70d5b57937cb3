package fovea.engine.torch;

import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Adam and AdamW by libtorch's fused kernels, which read and write each vector once.
final class AdamUpdate implements Update {
    /// @param operator `_fused_adam_` (decay in the gradient) or `_fused_adamw_` (decoupled)
    record Rule(String operator, double beta1, double beta2, double epsilon) {}

    record Vectors(Flat weights, Flat gradients, Target target) {}

    private final Rule rule;
    private final Groups groups;
    private final Vectors vectors;
    private final Flat mean;
    private final Flat square;

    AdamUpdate(Rule rule, Groups groups, Vectors vectors) {
        this.rule = rule;
        this.groups = groups;
        this.vectors = vectors;
        mean = Flat.zeros(vectors.weights().layout(), vectors.target());
        square = Flat.zeros(vectors.weights().layout(), vectors.target());
    }

    @Override
    public void apply(double lr, long number) {
        Tensor count = vectors.target().zeros(1).fill_(new Scalar((double) number)).squeeze();
        for (Groups.Group group : groups.groups()) {
            new FusedOperator(rule.operator())
                    .call(
                            List.of(
                                    FusedOperator.list(group.of(vectors.weights())),
                                    FusedOperator.list(group.of(vectors.gradients())),
                                    FusedOperator.list(group.of(mean)),
                                    FusedOperator.list(group.of(square)),
                                    FusedOperator.list(),
                                    FusedOperator.list(count),
                                    new IValue(lr),
                                    new IValue(rule.beta1()),
                                    new IValue(rule.beta2()),
                                    new IValue(group.decay()),
                                    new IValue(rule.epsilon()),
                                    new IValue(false),
                                    new IValue(false),
                                    FusedOperator.none(),
                                    FusedOperator.none()));
        }
    }

    @Override
    public Map<String, Flat> slots() {
        Map<String, Flat> slots = new LinkedHashMap<>();
        slots.put("mean", mean);
        slots.put("square", square);
        return slots;
    }
}
