package fovea.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicLong;

class ThroughputTest {
    private static final long SECOND = 1_000_000_000;

    private final AtomicLong now = new AtomicLong();
    private final Throughput throughput = new Throughput(now::get);

    @Test
    void isTheImagesOverTheTimeOfTheUpdates() {
        now.addAndGet(SECOND);
        assertEquals(64, throughput.lap(64), 1e-9);
        now.addAndGet(3 * SECOND);
        assertEquals(32, throughput.lap(64), 1e-9);
    }

    @Test
    void leavesOutTimeSpentElsewhere() {
        now.addAndGet(SECOND);
        throughput.lap(10);
        now.addAndGet(100 * SECOND);
        throughput.resume();
        now.addAndGet(SECOND);
        assertEquals(10, throughput.lap(10), 1e-9);
    }

    @Test
    void forgetsWhatIsLongPast() {
        now.addAndGet(1000 * SECOND);
        throughput.lap(1);
        double rate = 0;
        for (int i = 0; i < 50; i++) {
            now.addAndGet(SECOND);
            rate = throughput.lap(8);
        }
        assertEquals(8, rate, 1e-9);
    }
}
