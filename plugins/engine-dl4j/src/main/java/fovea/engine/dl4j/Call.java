package fovea.engine.dl4j;

import java.util.List;

/// One operation of a program with what it reads and writes.
///
/// @param node of the graph that it belongs to
/// @param overlap whether the first result may lie over the first input if nobody reads that later
record Call(
        String node, Kernel kernel, List<Tensor> inputs, List<Tensor> outputs, Overlap overlap) {
    /// Whether a result may take an input's memory.
    enum Overlap {
        NEVER,
        FIRST_INPUT
    }
}
