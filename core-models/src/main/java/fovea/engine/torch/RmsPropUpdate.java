package fovea.engine.torch;

import fovea.optimization.Optimizer;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// RMSprop on whole vectors.
final class RmsPropUpdate implements Update {
    private final Optimizer.RmsProp rms;
    private final Groups groups;
    private final Flat weights;
    private final Flat gradients;
    private final Flat square;
    private final List<Flat> momentum;

    RmsPropUpdate(Optimizer.RmsProp rms, ParameterStore store, Flat gradients, Target target) {
        this.rms = rms;
        this.gradients = gradients;
        groups = Groups.of(store, rms.weightDecay());
        weights = store.trained();
        square = Flat.zeros(weights.layout(), target);
        momentum = rms.momentum() == 0 ? List.of() : List.of(Flat.zeros(weights.layout(), target));
    }

    @Override
    public void apply(double lr, long number) {
        for (Groups.Group group : groups.groups()) {
            if (group.decay() != 0) {
                group.of(gradients).add_(group.of(weights), new Scalar(group.decay()));
            }
        }
        Tensor gradient = gradients.whole();
        square.whole().mul_(new Scalar(rms.alpha()));
        square.whole().addcmul_(gradient, gradient, new Scalar(1 - rms.alpha()));
        Tensor root = square.whole().sqrt().add_(new Scalar(rms.epsilon()));
        if (momentum.isEmpty()) {
            weights.whole().addcdiv_(gradient, root, new Scalar(-lr));
        } else {
            Tensor kept = momentum.getFirst().whole();
            kept.mul_(new Scalar(rms.momentum())).addcdiv_(gradient, root, new Scalar(1.0));
            weights.whole().add_(kept, new Scalar(-lr));
        }
    }

    @Override
    public Map<String, Flat> slots() {
        Map<String, Flat> slots = new LinkedHashMap<>();
        slots.put("square", square);
        momentum.forEach(flat -> slots.put("momentum", flat));
        return slots;
    }
}
