package fovea.engine.dl4j;

import fovea.engine.Weights;
import fovea.graph.Graph;

/// An exponential moving mean of the weights (Polyak and Juditsky, 1992). It starts fast, with a
/// decay of at most (1 + n) / (10 + n) at update n, so that short trainings forget their start too.
final class Average implements AutoCloseable {
    private final double decay;
    private final Parameters parameters;

    Average(double decay, Graph graph, Weights initial) {
        this.decay = decay;
        parameters = Parameters.of(graph, initial);
    }

    /// @param number of the update that gave the weights, from 1
    void follow(Parameters weights, long number) {
        double kept = Math.min(decay, (1.0 + number) / (10.0 + number));
        Vectors.scale(kept, parameters.trained().whole());
        Vectors.add(1 - kept, weights.trained().whole(), parameters.trained().whole());
        parameters.fixed().memory().copyFrom(weights.fixed().memory());
    }

    Parameters parameters() {
        return parameters;
    }

    @Override
    public void close() {
        parameters.close();
    }
}
