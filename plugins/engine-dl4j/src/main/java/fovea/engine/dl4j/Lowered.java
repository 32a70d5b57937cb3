package fovea.engine.dl4j;

/// What a node became: the tensor it gives, and how to write its gradient.
record Lowered(Tensor result, Gradient gradient) {
    /// Writes to the tape how the gradient of a node's result gives those of its inputs.
    interface Gradient {
        void flow(Tensor upstream, Flow flow);
    }
}
