package fovea.graph;

/// How a parameter starts. Fans are taken from the shape: `out×in/groups×kH×kW` for convolutions,
/// `out×in` for linear layers.
public sealed interface Initializer {
    /// Every element the same.
    record Constant(double value) implements Initializer {}

    /// Normal with a mean of 0, cut at two standard deviations (as ViT and ConvNeXt start, std
    /// 0.02).
    record TruncatedNormal(double std) implements Initializer {}

    record Normal(double std) implements Initializer {}

    /// Normal with std √(2 / fan) for ReLU nets (He et al., 2015).
    record KaimingNormal(Fan fan) implements Initializer {}

    /// Uniform in ±√(1 / fan-in), the usual start of plain convolutions and linear layers (He et
    /// al., 2015, with a slope of √5).
    record FanInUniform() implements Initializer {}

    /// Which fan a variance is scaled by.
    enum Fan {
        IN,
        OUT
    }
}
