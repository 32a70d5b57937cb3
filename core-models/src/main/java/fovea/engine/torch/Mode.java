package fovea.engine.torch;

/// Whether dropout drops and batch norm uses the batch's statistics.
enum Mode {
    TRAINING,
    INFERENCE
}
