package fovea.engine.reference;

import fovea.optimization.Optimizer;

/// Optimisers element by element, in double precision, as their papers define them.
final class ReferenceOptimizer {
    private final Optimizer optimizer;
    private final double[] values;
    private final double[] first;
    private final double[] second;
    private int steps;

    ReferenceOptimizer(Optimizer optimizer, double... start) {
        this.optimizer = optimizer;
        values = start.clone();
        first = new double[start.length];
        second = new double[start.length];
    }

    double[] values() {
        return values;
    }

    void step(double[] gradient, double lr) {
        steps++;
        for (int i = 0; i < values.length; i++) {
            values[i] = moved(i, gradient[i], lr);
        }
    }

    private double moved(int i, double gradient, double lr) {
        double w = values[i];
        return switch (optimizer) {
            case Optimizer.Sgd o -> {
                double g = gradient + o.weightDecay() * w;
                first[i] = o.momentum() * first[i] + g;
                yield w - lr * (o.nesterov() ? g + o.momentum() * first[i] : first[i]);
            }
            case Optimizer.Adam o ->
                    w
                            - lr
                                    * ratio(
                                            i,
                                            gradient + o.weightDecay() * w,
                                            o.beta1(),
                                            o.beta2(),
                                            o.epsilon());
            case Optimizer.AdamW o ->
                    w
                            - lr * o.weightDecay() * w
                            - lr * ratio(i, gradient, o.beta1(), o.beta2(), o.epsilon());
            case Optimizer.RmsProp o -> {
                double g = gradient + o.weightDecay() * w;
                second[i] = o.alpha() * second[i] + (1 - o.alpha()) * g * g;
                first[i] = o.momentum() * first[i] + g / (Math.sqrt(second[i]) + o.epsilon());
                yield w - lr * first[i];
            }
        };
    }

    private double ratio(int i, double g, double beta1, double beta2, double epsilon) {
        first[i] = beta1 * first[i] + (1 - beta1) * g;
        second[i] = beta2 * second[i] + (1 - beta2) * g * g;
        double mean = first[i] / (1 - Math.pow(beta1, steps));
        double square = second[i] / (1 - Math.pow(beta2, steps));
        return mean / (Math.sqrt(square) + epsilon);
    }
}
