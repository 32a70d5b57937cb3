package fovea.engine.torch;

import fovea.engine.Weights;
import fovea.graph.Graph;

import org.bytedeco.pytorch.Scalar;

/// An exponential moving mean of the weights (Polyak and Juditsky, 1992). It starts fast, with a
/// decay of at most (1 + n) / (10 + n) at update n, so that short trainings forget their start too.
final class Average implements AutoCloseable {
    private final double decay;
    private final ParameterStore store;

    Average(double decay, Graph graph, Weights initial, Target target) {
        this.decay = decay;
        store = ParameterStore.of(graph, initial, target);
    }

    /// @param number of the update that gave the weights, from 1
    void follow(ParameterStore weights, long number) {
        double kept = Math.min(decay, (1.0 + number) / (10.0 + number));
        store.trained().whole().lerp_(weights.trained().whole(), new Scalar(1 - kept));
        store.fixed().whole().copy_(weights.fixed().whole());
    }

    ParameterStore store() {
        return store;
    }

    @Override
    public void close() {
        store.close();
    }
}
