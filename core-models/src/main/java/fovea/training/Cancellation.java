package fovea.training;

/// Asks work to stop. Work looks at it at least once per batch and then ends in good order.
@FunctionalInterface
public interface Cancellation {
    boolean requested();

    /// Requested if either is.
    default Cancellation or(Cancellation other) {
        return () -> requested() || other.requested();
    }

    /// Work that nobody stops.
    static Cancellation never() {
        return () -> false;
    }
}
