package fovea.engine.dl4j;

/// An operation ready to run on arrays whose places do not change.
interface Bound extends AutoCloseable {
    void run();

    @Override
    void close();
}
