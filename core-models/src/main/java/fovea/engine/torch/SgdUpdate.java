package fovea.engine.torch;

import fovea.optimization.Optimizer;

import org.bytedeco.pytorch.IValue;

import java.util.List;
import java.util.Map;

/// SGD by libtorch's fused kernel. A momentum that starts at 0 makes the first step as without
/// momentum, so there is no special first step.
final class SgdUpdate implements Update {
    private final Optimizer.Sgd sgd;
    private final Groups groups;
    private final Flat weights;
    private final Flat gradients;
    private final List<Flat> momentum;

    SgdUpdate(Optimizer.Sgd sgd, ParameterStore store, Flat gradients, Target target) {
        this.sgd = sgd;
        this.gradients = gradients;
        groups = Groups.of(store, sgd.weightDecay());
        weights = store.trained();
        momentum = sgd.momentum() == 0 ? List.of() : List.of(Flat.zeros(weights.layout(), target));
    }

    @Override
    public void apply(double lr, long number) {
        for (Groups.Group group : groups.groups()) {
            new FusedOperator("_fused_sgd_")
                    .call(
                            List.of(
                                    FusedOperator.list(group.of(weights)),
                                    FusedOperator.list(group.of(gradients)),
                                    momentum(group),
                                    new IValue(group.decay()),
                                    new IValue(sgd.momentum()),
                                    new IValue(lr),
                                    new IValue(0.0),
                                    new IValue(sgd.nesterov()),
                                    new IValue(false),
                                    new IValue(false),
                                    FusedOperator.none(),
                                    FusedOperator.none()));
        }
    }

    private IValue momentum(Groups.Group group) {
        return momentum.isEmpty()
                ? FusedOperator.list()
                : FusedOperator.list(group.of(momentum.getFirst()));
    }

    @Override
    public Map<String, Flat> slots() {
        return momentum.isEmpty() ? Map.of() : Map.of("momentum", momentum.getFirst());
    }
}
