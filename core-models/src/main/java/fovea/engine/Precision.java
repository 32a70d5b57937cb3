package fovea.engine;

/// The numbers a net computes with; weights are always kept in 32 bits.
public enum Precision {
    FP32,
    /// bfloat16 where it is safe (autocast), on CUDA devices.
    BF16
}
