package fovea.app.runs;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Does something quick again and again, away from the window's thread.
public final class Watch implements AutoCloseable {
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("runs-watch").factory());

    /// @param look must not fail
    public void every(long millis, Runnable look) {
        var _ = thread.scheduleWithFixedDelay(look, 0, millis, TimeUnit.MILLISECONDS);
    }

    public void now(Runnable look) {
        if (!thread.isShutdown()) {
            thread.execute(look);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
