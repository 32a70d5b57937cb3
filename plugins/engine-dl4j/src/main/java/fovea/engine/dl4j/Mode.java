package fovea.engine.dl4j;

/// Whether dropout drops and batch norm uses the batch's statistics.
enum Mode {
    TRAINING,
    INFERENCE
}
