package fovea.app.chart;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The thread that draws curves, shared by all charts of a window.
public final class ChartWorker implements AutoCloseable {
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("charts").factory());

    void execute(Runnable painting) {
        if (!thread.isShutdown()) {
            thread.execute(painting);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
