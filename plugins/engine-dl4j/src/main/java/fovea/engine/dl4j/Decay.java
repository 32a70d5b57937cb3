package fovea.engine.dl4j;

/// Weight decay, which spares biases and norms.
///
/// @param length of the decayed weights, from the start of the trained vector, in elements
record Decay(double rate, long length) {
    static Decay of(Parameters parameters, double rate) {
        return new Decay(rate, rate == 0 ? 0 : parameters.decayed());
    }

    /// Adds the decay to the gradients (L2).
    void addTo(Flat gradients, Flat weights) {
        if (length > 0) {
            Vectors.add(rate, weights.range(0, length), gradients.range(0, length));
        }
    }

    /// Shrinks the weights themselves (decoupled).
    void shrink(Flat weights, double lr) {
        if (length > 0) {
            Vectors.scale(1 - lr * rate, weights.range(0, length));
        }
    }
}
