package fovea.model.layered;

/// How a sliding window meets the border.
public enum Padding {
    /// The window stays inside the image and the border that the layer adds.
    VALID,
    /// As many windows as steps fit into the image; what sticks out is shared between both sides,
    /// one pixel more at the bottom and at the right if it is odd (as TensorFlow pads).
    SAME
}
