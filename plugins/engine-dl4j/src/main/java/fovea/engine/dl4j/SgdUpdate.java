package fovea.engine.dl4j;

import fovea.optimization.Optimizer;

import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.List;
import java.util.Map;

/// Gradient descent on whole vectors. A momentum that starts at 0 makes the first step as without
/// momentum, so there is no special first step.
final class SgdUpdate implements Update {
    private final Optimizer.Sgd sgd;
    private final Decay decay;
    private final Flat weights;
    private final Flat gradients;
    private final List<Flat> momentum;

    SgdUpdate(Optimizer.Sgd sgd, Parameters parameters, Flat gradients) {
        this.sgd = sgd;
        this.gradients = gradients;
        decay = Decay.of(parameters, sgd.weightDecay());
        weights = parameters.trained();
        momentum = sgd.momentum() == 0 ? List.of() : List.of(Flat.zeros(weights.length()));
    }

    @Override
    public void apply(double lr, long number) {
        decay.addTo(gradients, weights);
        INDArray gradient = gradients.whole();
        if (momentum.isEmpty()) {
            Vectors.add(-lr, gradient, weights.whole());
            return;
        }
        INDArray kept = momentum.getFirst().whole();
        Vectors.scale(sgd.momentum(), kept);
        Vectors.add(1, gradient, kept);
        if (sgd.nesterov()) {
            Vectors.add(sgd.momentum(), kept, gradient);
            Vectors.add(-lr, gradient, weights.whole());
        } else {
            Vectors.add(-lr, kept, weights.whole());
        }
    }

    @Override
    public Map<String, Flat> slots() {
        return momentum.isEmpty() ? Map.of() : Map.of("momentum", momentum.getFirst());
    }
}
