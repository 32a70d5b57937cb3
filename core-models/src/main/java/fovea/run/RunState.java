package fovea.run;

/// How a run stands.
public enum RunState {
    /// A process is training.
    RUNNING,
    /// All epochs done, or nothing improved any more.
    COMPLETED,
    /// Asked to stop; it can be resumed.
    CANCELLED,
    /// Trained by another program; it can be tested and be the start of a run.
    IMPORTED,
    /// Ended by an error.
    FAILED,
    /// Its process ended without a word, as by a crash; it can be resumed from its last checkpoint.
    INTERRUPTED,
    /// The folder holds no run that can be read.
    DAMAGED
}
