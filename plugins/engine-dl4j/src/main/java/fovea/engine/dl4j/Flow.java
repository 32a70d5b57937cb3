package fovea.engine.dl4j;

/// Takes the gradients of one node's inputs.
interface Flow {
    /// Whether anything trained lies behind an input.
    boolean wanted(int input);

    /// A new tensor with an input's dimensions to write its gradient to.
    Tensor target(int input);

    /// Hands over the gradient of an input, which nobody else holds.
    void give(int input, Tensor gradient);

    /// Hands over a gradient that others may read too.
    void share(int input, Tensor gradient);
}
