package fovea.training;

/// Hears how far work has come. Called on the working thread; must be quick.
@FunctionalInterface
public interface Progress {
    /// @param done batches, files or bytes so far
    /// @param total of them in all
    void report(long done, long total);

    /// For work that nobody watches.
    static Progress none() {
        return (done, total) -> {};
    }
}
