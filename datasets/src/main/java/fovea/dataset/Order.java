package fovea.dataset;

/// The order in which an epoch visits the samples.
public enum Order {
    /// Another order every epoch, for training. A sample that cannot be read is replaced by the
    /// next one that can, so that batches keep their size.
    SHUFFLED,
    /// As in the dataset, for evaluation. A sample that cannot be read is left out, since counting
    /// another twice would falsify the result.
    SEQUENTIAL
}
