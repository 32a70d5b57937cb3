package fovea.app.jobs;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// The working side of a job: keeps only the latest report, so that a fast worker cannot flood the
/// window.
final class Reports implements Control {
    private static final double JOINED = 0.02;

    private final Executor window;
    private final long start = System.nanoTime();
    private final AtomicBoolean queued = new AtomicBoolean();
    private volatile Consumer<Reports> listener = reports -> {};
    private volatile double fraction = -1;
    private volatile double firstFraction = -1;
    private volatile long firstTime = start;
    private volatile String message = "";
    private volatile boolean cancelled;
    private volatile Runnable interrupt = () -> {};

    Reports(Executor window) {
        this.window = window;
    }

    void deliverTo(Consumer<Reports> action) {
        listener = action;
    }

    void interruptWith(Runnable action) {
        interrupt = action;
    }

    @Override
    public void report(double done, double total) {
        fraction = total > 0 ? Math.clamp(done / total, 0, 1) : -1;
        if (firstFraction < 0 && fraction > 0) {
            // Work that is joined half-way is not that quick.
            firstFraction = fraction < JOINED ? 0 : fraction;
            firstTime = fraction < JOINED ? start : System.nanoTime();
        }
        publish();
    }

    @Override
    public void say(String text) {
        message = text;
        publish();
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public void check() {
        if (cancelled) {
            throw new CancellationException();
        }
    }

    double fraction() {
        return fraction;
    }

    String message() {
        return message;
    }

    double secondsLeft() {
        double seconds = (System.nanoTime() - firstTime) / 1e9;
        double gained = fraction - firstFraction;
        return gained > 0 ? seconds * (1 - fraction) / gained : Double.NaN;
    }

    void cancel() {
        cancelled = true;
        interrupt.run();
    }

    private void publish() {
        if (queued.compareAndSet(false, true)) {
            window.execute(
                    () -> {
                        queued.set(false);
                        listener.accept(this);
                    });
        }
    }
}
