package fovea.run;

import fovea.training.CancelFlag;
import fovea.training.Cancellation;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Turns the signals that end a process (Ctrl+C, SIGTERM, a closed terminal) into a cancellation,
/// and keeps the process alive until the work has ended in good order. Close it when the work is
/// done.
public final class SignalStop implements Cancellation, AutoCloseable {
    private static final long LONGEST_SECONDS = 60;

    private final CancelFlag flag = new CancelFlag();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread onExit = new Thread(this::await, "stop on signal");

    private SignalStop() {}

    public static SignalStop install() {
        SignalStop stop = new SignalStop();
        Runtime.getRuntime().addShutdownHook(stop.onExit);
        return stop;
    }

    private void await() {
        flag.cancel();
        try {
            if (!done.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean requested() {
        return flag.requested();
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // The process is already ending, and the hook with it.
            return;
        }
    }
}
