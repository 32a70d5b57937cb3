package fovea.transform;

/// How an image of another shape is made to fit a size.
public enum ResizeMode {
    /// Each side is scaled on its own; shapes are distorted.
    STRETCH,
    /// Scaled as a whole until it just covers the size; one side may be longer, so crop afterwards.
    SHORT_SIDE,
    /// Scaled as a whole until it lies just inside the size, centred; the rest is filled.
    LETTERBOX
}
