package fovea.app.runs;

import fovea.run.EventReader;
import fovea.run.RunFolder;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.time.Instant;
import java.util.Optional;

/// A run whose events are at hand, growing while it trains. Belongs to the window's thread.
public final class OpenedRun {
    /// What the window knows of the process.
    public enum Activity {
        IDLE,
        /// A process was started and has not told anything yet.
        STARTING,
        TRAINING,
        /// It was asked to stop.
        STOPPING,
        /// It was asked to stop some seconds ago.
        OVERDUE
    }

    private final RunFolder folder;
    private final RunFeed feed = new RunFeed();
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision");
    private final ReadOnlyObjectWrapper<Activity> activity =
            new ReadOnlyObjectWrapper<>(this, "activity", Activity.IDLE);
    private Optional<TrainerProcess.Child> child = Optional.empty();
    private Instant startedAt = Instant.EPOCH;

    OpenedRun(RunFolder folder) {
        this.folder = folder;
    }

    public RunFolder folder() {
        return folder;
    }

    public RunFeed feed() {
        return feed;
    }

    /// Grows with every piece of news.
    public ReadOnlyIntegerProperty revision() {
        return revision.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Activity> activity() {
        return activity.getReadOnlyProperty();
    }

    public boolean active() {
        return activity.get() != Activity.IDLE;
    }

    void take(EventReader.News news) {
        feed.take(news);
        if (activity.get() == Activity.STARTING && begunAnew()) {
            activity.set(Activity.TRAINING);
        }
        revision.set(revision.get() + 1);
    }

    /// What was told before the run went on does not count.
    private boolean begunAnew() {
        return feed.started().filter(started -> !started.time().isBefore(startedAt)).isPresent();
    }

    void become(Activity now) {
        activity.set(now);
        revision.set(revision.get() + 1);
    }

    Optional<TrainerProcess.Child> child() {
        return child;
    }

    /// @param moment when it was started
    void runBy(TrainerProcess.Child process, Instant moment) {
        child = Optional.of(process);
        startedAt = moment;
    }
}
