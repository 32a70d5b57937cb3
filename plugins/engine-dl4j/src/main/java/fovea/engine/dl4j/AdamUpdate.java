package fovea.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.LinkedHashMap;
import java.util.Map;

/// Adam and AdamW on whole vectors.
final class AdamUpdate implements Update {
    record Rule(double beta1, double beta2, double epsilon, Target decay) {}

    /// What weight decay acts on.
    enum Target {
        GRADIENT,
        WEIGHT
    }

    private final Rule rule;
    private final Decay decay;
    private final Flat weights;
    private final Flat gradients;
    private final Flat mean;
    private final Flat square;

    AdamUpdate(Rule rule, Decay decay, Flat weights, Flat gradients) {
        this.rule = rule;
        this.decay = decay;
        this.weights = weights;
        this.gradients = gradients;
        mean = Flat.zeros(weights.length());
        square = Flat.zeros(weights.length());
    }

    @Override
    public void apply(double lr, long number) {
        switch (rule.decay()) {
            case GRADIENT -> decay.addTo(gradients, weights);
            case WEIGHT -> decay.shrink(weights, lr);
        }
        INDArray work = gradients.whole();
        INDArray m = mean.whole();
        INDArray v = square.whole();
        Vectors.scale(rule.beta1(), m);
        Vectors.add(1 - rule.beta1(), work, m);
        Vectors.multiply(work, work, work);
        Vectors.scale(rule.beta2(), v);
        Vectors.add(1 - rule.beta2(), work, v);
        Vectors.root(v, work);
        Vectors.scale(1 / Math.sqrt(1 - Math.pow(rule.beta2(), (double) number)), work);
        Vectors.shift(rule.epsilon(), work);
        Vectors.divide(m, work, work);
        Vectors.add(-lr / (1 - Math.pow(rule.beta1(), (double) number)), work, weights.whole());
    }

    @Override
    public Map<String, Flat> slots() {
        Map<String, Flat> slots = new LinkedHashMap<>();
        slots.put("mean", mean);
        slots.put("square", square);
        return slots;
    }
}
