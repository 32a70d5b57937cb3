package fovea.graph;

/// What a parameter is for, which decides whether it is trained and whether weight decay applies.
public enum Role {
    /// Trained, decayed.
    WEIGHT,
    /// Trained, spared by weight decay: biases, gains and shifts of norms, position embeddings,
    /// layer scales.
    BIAS,
    /// Not trained by gradients: running statistics.
    BUFFER
}
