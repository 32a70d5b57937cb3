package fovea.engine.dl4j;

import fovea.optimization.Optimizer;

import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// RMSprop on whole vectors.
final class RmsPropUpdate implements Update {
    private final Optimizer.RmsProp rms;
    private final Decay decay;
    private final Flat weights;
    private final Flat gradients;
    private final Flat square;
    private final Flat work;
    private final List<Flat> momentum;

    RmsPropUpdate(Optimizer.RmsProp rms, Parameters parameters, Flat gradients) {
        this.rms = rms;
        this.gradients = gradients;
        decay = Decay.of(parameters, rms.weightDecay());
        weights = parameters.trained();
        square = Flat.zeros(weights.length());
        work = Flat.zeros(weights.length());
        momentum = rms.momentum() == 0 ? List.of() : List.of(Flat.zeros(weights.length()));
    }

    @Override
    public void apply(double lr, long number) {
        decay.addTo(gradients, weights);
        INDArray gradient = gradients.whole();
        INDArray ratio = work.whole();
        Vectors.multiply(gradient, gradient, ratio);
        Vectors.scale(rms.alpha(), square.whole());
        Vectors.add(1 - rms.alpha(), ratio, square.whole());
        Vectors.root(square.whole(), ratio);
        Vectors.shift(rms.epsilon(), ratio);
        Vectors.divide(gradient, ratio, ratio);
        if (momentum.isEmpty()) {
            Vectors.add(-lr, ratio, weights.whole());
        } else {
            INDArray kept = momentum.getFirst().whole();
            Vectors.scale(rms.momentum(), kept);
            Vectors.add(1, ratio, kept);
            Vectors.add(-lr, kept, weights.whole());
        }
    }

    @Override
    public Map<String, Flat> slots() {
        Map<String, Flat> slots = new LinkedHashMap<>();
        slots.put("square", square);
        momentum.forEach(flat -> slots.put("momentum", flat));
        return slots;
    }

    @Override
    public void close() {
        Update.super.close();
        work.close();
    }
}
