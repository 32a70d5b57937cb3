package fovea.engine.dl4j;

/// A stretch of memory that tensors of a program lie in. Storages are compared by identity.
final class Storage {
    /// Which vector it is part of, and so how long it lives.
    enum Kind {
        /// Shared in turn by what a run computes.
        SCRATCH,
        /// Filled once for a program.
        CONSTANT,
        /// Weights that training moves.
        TRAINED,
        /// Buffers, and weights the loss does not read.
        FIXED,
        /// Gradients of the trained weights.
        GRADIENT
    }

    private final Kind kind;
    private final long length;
    private final long start;

    private Storage(Kind kind, long length, long start) {
        this.kind = kind;
        this.length = length;
        this.start = start;
    }

    static Storage scratch(long length) {
        return new Storage(Kind.SCRATCH, length, 0);
    }

    static Storage constant(long length) {
        return new Storage(Kind.CONSTANT, length, 0);
    }

    /// @param start in elements, in the vector of this kind
    static Storage of(Kind kind, long length, long start) {
        return new Storage(kind, length, start);
    }

    Kind kind() {
        return kind;
    }

    /// In elements.
    long length() {
        return length;
    }

    /// Where it begins in its vector; scratch and constants get their place from a [MemoryPlan].
    long start() {
        return start;
    }
}
