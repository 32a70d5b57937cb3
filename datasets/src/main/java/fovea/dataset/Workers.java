package fovea.dataset;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/// The loader's threads, kept from epoch to epoch; none means that the caller does the work.
final class Workers implements Executor, AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;

    private final Optional<ExecutorService> threads;

    Workers(int count) {
        // Daemons, so that a loader somebody forgot to close cannot keep the process alive.
        ThreadFactory named = Thread.ofPlatform().daemon().name("data-loader-", 1).factory();
        threads =
                count == 0
                        ? Optional.empty()
                        : Optional.of(Executors.newFixedThreadPool(count, named));
    }

    boolean workAhead() {
        return threads.isPresent();
    }

    @Override
    public void execute(Runnable task) {
        threads.ifPresentOrElse(service -> service.execute(task), task);
    }

    /// Waits for the samples being read, but not for ever: a file on a lost disk may never answer.
    @Override
    public void close() {
        threads.ifPresent(
                service -> {
                    service.shutdown();
                    try {
                        if (!service.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                            service.shutdownNow();
                        }
                    } catch (InterruptedException e) {
                        service.shutdownNow();
                        Thread.currentThread().interrupt();
                    }
                });
    }
}
