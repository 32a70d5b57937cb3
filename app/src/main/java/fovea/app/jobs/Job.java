package fovea.app.jobs;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Work under way, as the window sees it. Everything here belongs to the window's thread.
public final class Job<T> {
    /// How far a job has come.
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    private final String name;
    private final Reports reports;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(this, "state", State.RUNNING);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", -1);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ReadOnlyDoubleWrapper secondsLeft =
            new ReadOnlyDoubleWrapper(this, "secondsLeft", Double.NaN);
    private final List<Consumer<T>> successes = new ArrayList<>();
    private final List<Consumer<Failure>> failures = new ArrayList<>();
    private final List<Runnable> cancellations = new ArrayList<>();
    private Optional<T> result = Optional.empty();
    private Optional<Failure> failure = Optional.empty();

    Job(String name, Reports reports) {
        this.name = name;
        this.reports = reports;
    }

    public String name() {
        return name;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// 0 to 1, or negative while it is not known.
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /// Not a number while it cannot be told.
    public ReadOnlyDoubleProperty secondsLeft() {
        return secondsLeft.getReadOnlyProperty();
    }

    /// Asks the work to stop; it may take until its next check.
    public void cancel() {
        reports.cancel();
    }

    /// Called with the result, which is never null: work without one returns what it worked on.
    public Job<T> onSuccess(Consumer<T> action) {
        successes.add(action);
        result.ifPresent(action);
        return this;
    }

    /// Called instead of the failure being listed in the status bar.
    public Job<T> onFailure(Consumer<Failure> action) {
        failures.add(action);
        failure.ifPresent(action);
        return this;
    }

    public Job<T> onCancel(Runnable action) {
        cancellations.add(action);
        if (state.get() == State.CANCELLED) {
            action.run();
        }
        return this;
    }

    void show(double fraction, String text, double left) {
        progress.set(fraction);
        message.set(text);
        secondsLeft.set(left);
    }

    void succeed(T value) {
        result = Optional.of(value);
        state.set(State.DONE);
        successes.forEach(action -> action.accept(value));
    }

    /// Whether anybody took the failure.
    boolean fail(Failure reason) {
        failure = Optional.of(reason);
        state.set(State.FAILED);
        failures.forEach(action -> action.accept(reason));
        return !failures.isEmpty();
    }

    void cancelled() {
        state.set(State.CANCELLED);
        cancellations.forEach(Runnable::run);
    }
}
