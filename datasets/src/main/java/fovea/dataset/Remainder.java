package fovea.dataset;

/// What becomes of the samples that do not fill a last batch.
public enum Remainder {
    DROP,
    KEEP
}
