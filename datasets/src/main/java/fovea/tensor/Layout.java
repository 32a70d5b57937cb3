package fovea.tensor;

/// How the elements of a tensor lie in memory.
public enum Layout {
    /// Row-major in the order of the shape.
    CONTIGUOUS,
    /// A tensor of shape `N×C×H×W` whose elements lie as `N×H×W×C`.
    CHANNELS_LAST
}
