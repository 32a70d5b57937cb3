package fovea.graph;

/// Whether a layer adds a bias.
public enum Bias {
    NONE,
    LEARNT
}
