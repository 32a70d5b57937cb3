package fovea.training;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/// Images a second over the last updates. Time spent elsewhere, such as in validation, is left out
/// by [#resume].
final class Throughput {
    private static final int WINDOW = 50;
    private static final double NANOS = 1e9;

    private final LongSupplier clock;
    private final Deque<Lap> laps = new ArrayDeque<>();
    private long images;
    private long nanos;
    private long start;

    private record Lap(int images, long nanos) {}

    Throughput(LongSupplier clock) {
        this.clock = clock;
        start = clock.getAsLong();
    }

    /// Work on updates goes on from now.
    void resume() {
        start = clock.getAsLong();
    }

    /// An update of so many images is done.
    double lap(int count) {
        long now = clock.getAsLong();
        add(new Lap(count, now - start));
        start = now;
        return images * NANOS / Math.max(1, nanos);
    }

    private void add(Lap lap) {
        laps.add(lap);
        images += lap.images();
        nanos += lap.nanos();
        if (laps.size() > WINDOW) {
            Lap oldest = laps.remove();
            images -= oldest.images();
            nanos -= oldest.nanos();
        }
    }
}
