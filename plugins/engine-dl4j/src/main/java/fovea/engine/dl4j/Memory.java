package fovea.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;

import java.lang.foreign.MemorySegment;

/// The vectors that a program reads and writes.
///
/// @param gradients beside the trained parameters; empty in inference
record Memory(Parameters parameters, Flat gradients, Scratch scratch) {
    /// What a program has beside them.
    record Own(MemoryPlan plan, Flat constants) {}

    INDArray array(Tensor tensor, Own own) {
        return vector(tensor, own).view(tensor, start(tensor, own));
    }

    MemorySegment segment(Tensor tensor, Own own) {
        return vector(tensor, own).memory();
    }

    /// Where a tensor starts in its vector, in elements.
    long start(Tensor tensor, Own own) {
        Storage storage = tensor.storage();
        return switch (storage.kind()) {
            case SCRATCH, CONSTANT -> own.plan().place(storage);
            case TRAINED, FIXED, GRADIENT -> storage.start();
        };
    }

    private Flat vector(Tensor tensor, Own own) {
        return switch (tensor.storage().kind()) {
            case SCRATCH -> scratch.vector();
            case CONSTANT -> own.constants();
            case TRAINED -> parameters.trained();
            case FIXED -> parameters.fixed();
            case GRADIENT -> gradients;
        };
    }
}
