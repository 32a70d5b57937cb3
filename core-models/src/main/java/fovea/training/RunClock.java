package fovea.training;

import java.util.function.LongSupplier;

/// Seconds of training, earlier parts of a resumed run included.
final class RunClock {
    private static final double NANOS = 1e9;

    private final LongSupplier clock;
    private final double before;
    private final long start;

    RunClock(LongSupplier clock, double before) {
        this.clock = clock;
        this.before = before;
        start = clock.getAsLong();
    }

    double seconds() {
        return before + (clock.getAsLong() - start) / NANOS;
    }
}
