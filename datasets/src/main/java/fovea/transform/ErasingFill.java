package fovea.transform;

/// What an erased rectangle is filled with.
public enum ErasingFill {
    /// A random value for each pixel and channel, the variant the paper found best.
    NOISE,
    BLACK,
    /// The image's mean colour.
    MEAN
}
