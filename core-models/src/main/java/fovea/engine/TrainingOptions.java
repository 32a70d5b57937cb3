package fovea.engine;

import fovea.optimization.Optimizer;

import java.util.OptionalDouble;

/// How a session trains.
///
/// @param clipNorm gradients are scaled down to this norm over all parameters (Pascanu et al.,
///   2013)
/// @param emaDecay if present, a mean of the weights moves by `1 − decay` at each step and is what
///   `evaluate` uses; buffers are copied
public record TrainingOptions(
        Device device,
        Precision precision,
        Optimizer optimizer,
        OptionalDouble clipNorm,
        OptionalDouble emaDecay) {}
