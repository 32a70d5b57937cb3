package fovea.importing;

import fovea.tensor.HostTensor;

/// How an imported net ends, after its layers.
public sealed interface Ending {
    /// A linear layer to the raw outputs of the classes.
    ///
    /// @param weight `K×F`
    /// @param bias `K`
    record Linear(HostTensor weight, HostTensor bias, Scores scores) implements Ending {}

    /// The last layer gives the raw outputs of the classes, `N×K`.
    record Direct(int classes, Scores scores) implements Ending {}

    /// It tells no classes: the vector of an image waits for a head.
    ///
    /// @param features length of the vector
    record Open(int features) implements Ending {}

    /// What the file makes of raw outputs.
    enum Scores {
        /// One class an image.
        SOFTMAX,
        /// Any number of classes an image; with a single output, one of two.
        SIGMOID,
        /// Nothing, as where the softmax is part of the loss.
        RAW
    }
}
