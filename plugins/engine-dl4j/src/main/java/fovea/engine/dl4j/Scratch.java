package fovea.engine.dl4j;

/// The memory that a session's programs compute in. They run one at a time, so it is as large as
/// the largest of them needs.
final class Scratch implements AutoCloseable {
    private Flat vector = Flat.zeros(0);
    private int generation;

    /// Makes it at least as large; arrays over the former memory are then void.
    void reserve(long length) {
        if (length > vector.length()) {
            vector.close();
            vector = Flat.zeros(length);
            generation++;
        }
    }

    /// Counts the times that the memory has moved.
    int generation() {
        return generation;
    }

    Flat vector() {
        return vector;
    }

    @Override
    public void close() {
        vector.close();
    }
}
