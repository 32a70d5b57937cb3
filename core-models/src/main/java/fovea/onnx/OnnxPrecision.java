package fovea.onnx;

/// The numbers of an exported model. Inputs and outputs are 32 bits wide in each.
public enum OnnxPrecision {
    /// As it was trained.
    FP32,
    /// Weights and values between layers in half precision: half the size, and faster on GPUs.
    FP16,
    /// Weights in 8 bits, symmetric, with a scale for each output channel: a quarter of the size.
    /// Convolutions and linear layers multiply integers; what they take is quantised as it comes,
    /// over the whole batch.
    INT8
}
