package fovea.model.layered;

/// In which order the elements of an image are counted.
public enum Order {
    /// Height, width, channels, as TensorFlow's images lie.
    CHANNELS_LAST,
    /// Channels, height, width, as PyTorch's and Deeplearning4j's images lie.
    CHANNELS_FIRST
}
