package fovea.app.jobs;

import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Runs blocking work away from the window's thread and brings back its progress, its result and
/// its failure: `jobs.run("Evaluate", work).onSuccess(this::show)`.
///
/// Called on the window's thread. A failure that nobody takes is listed in [#failures].
public final class Jobs implements AutoCloseable {
    private final Executor window;
    private final ExecutorService workers =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("job-", 1).factory());
    private final ObservableList<Job<?>> running = FXCollections.observableArrayList();
    private final ObservableList<Failure> failures = FXCollections.observableArrayList();

    public Jobs() {
        this(Jobs::onWindow);
    }

    /// At once on the window's own thread, so that a report made there is seen in the same frame as
    /// what it reports.
    private static void onWindow(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }

    /// @param window runs what it is given on the window's thread, in order
    public Jobs(Executor window) {
        this.window = window;
    }

    /// Starts work.
    ///
    /// @param name what is being done, in the user's language
    public <T> Job<T> run(String name, Work<T> work) {
        Reports reports = new Reports(window);
        Job<T> job = new Job<>(name, reports);
        running.add(job);
        return start(job, work, reports);
    }

    /// Starts work that is over in a moment, and so is not shown as running.
    public <T> Job<T> quietly(String name, Work<T> work) {
        Reports reports = new Reports(window);
        return start(new Job<>(name, reports), work, reports);
    }

    /// Jobs under way, the oldest first; for reading only.
    public ObservableList<Job<?>> running() {
        return running;
    }

    /// Failures and warnings the user has not put away yet, the latest last.
    public ObservableList<Failure> failures() {
        return failures;
    }

    /// Lists a failure or warning that did not come from a job.
    public void warn(Failure failure) {
        failures.add(failure);
    }

    @Override
    public void close() {
        running.forEach(Job::cancel);
        workers.shutdownNow();
    }

    private <T> Job<T> start(Job<T> job, Work<T> work, Reports reports) {
        reports.deliverTo(r -> job.show(r.fraction(), r.message(), r.secondsLeft()));
        workers.execute(() -> carryOut(job, work, reports));
        return job;
    }

    private <T> void carryOut(Job<T> job, Work<T> work, Reports reports) {
        Runnable ending;
        reports.interruptWith(Thread.currentThread()::interrupt);
        try {
            reports.check();
            T result = work.run(reports);
            ending = () -> job.succeed(result);
        } catch (CancellationException | InterruptedException e) {
            ending = job::cancelled;
        } catch (Throwable e) {
            Failure failure = Failure.of(job.name(), e);
            ending = reports.cancelled() ? job::cancelled : () -> fail(job, failure);
        }
        reports.interruptWith(() -> {});
        Runnable last = ending;
        window.execute(
                () -> {
                    running.remove(job);
                    last.run();
                });
    }

    private void fail(Job<?> job, Failure failure) {
        if (!job.fail(failure)) {
            failures.add(failure);
        }
    }
}
