package fovea.app.runs;

import fovea.app.frame.Tools;
import fovea.app.jobs.Failure;
import fovea.problem.InvalidInputException;
import fovea.run.EventReader;
import fovea.run.RunFolder;
import fovea.run.RunState;
import fovea.run.RunSummary;

import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The runs of the folder and the one that is chosen. Belongs to the window's thread.
final class RunsModel {
    private static final long MILLIS_BETWEEN_LISTINGS = 2000;

    /// How the list stands.
    sealed interface Listing {
        record Loading() implements Listing {}

        record Listed() implements Listing {}

        record Unreadable(Failure failure) implements Listing {}
    }

    private final Tools tools;
    private final RunListing listing;
    private final Watch watch = new Watch();
    private final RunControl control;
    private final ObservableList<RunSummary> runs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Listing> state =
            new ReadOnlyObjectWrapper<>(this, "state", new Listing.Loading());
    private final ReadOnlyObjectWrapper<Optional<OpenedRun>> chosen =
            new ReadOnlyObjectWrapper<>(this, "chosen", Optional.empty());

    /// @param together does something in the frame that shows a run's news
    RunsModel(Tools tools, TrainerProcess trainer, Consumer<Runnable> together) {
        this.tools = tools;
        listing = new RunListing(tools.workplace().runs());
        control = new RunControl(tools, trainer, this::refresh, together);
        watch.every(MILLIS_BETWEEN_LISTINGS, this::look);
    }

    /// The latest first.
    ObservableList<RunSummary> runs() {
        return runs;
    }

    ReadOnlyObjectProperty<Listing> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<OpenedRun>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    RunControl control() {
        return control;
    }

    /// The list's line for a run; empty if it is not listed yet.
    Optional<RunSummary> summary(RunFolder run) {
        return runs.stream().filter(each -> same(each.folder(), run)).findFirst();
    }

    void choose(RunFolder run) {
        if (chosen.get().filter(open -> same(open.folder(), run)).isPresent()) {
            return;
        }
        Optional<OpenedRun> active = control.active(run);
        chosen.set(Optional.of(active.orElseGet(() -> new OpenedRun(run))));
        if (active.isEmpty()) {
            load(chosen.get().orElseThrow());
        }
    }

    void chooseNone() {
        chosen.set(Optional.empty());
    }

    /// Shows a run that has just been started.
    void show(OpenedRun run) {
        chosen.set(Optional.of(run));
        refresh();
    }

    /// Goes on with a run; it stays chosen.
    void resume(OpenedRun run) {
        control.resume(run.folder(), this::show);
    }

    void refresh() {
        watch.now(this::look);
    }

    Watch watch() {
        return watch;
    }

    void close() {
        watch.close();
        control.close();
    }

    private void load(OpenedRun run) {
        watch.now(
                () -> {
                    try {
                        EventReader.News news = new EventReader(run.folder().events()).poll();
                        Platform.runLater(() -> run.take(news));
                    } catch (InvalidInputException e) {
                        Platform.runLater(() -> warn(run, e));
                    }
                });
    }

    private void warn(OpenedRun run, InvalidInputException e) {
        tools.jobs().warn(Failure.of(run.folder().name(), e));
    }

    private void look() {
        try {
            List<RunSummary> found = listing.list();
            Platform.runLater(() -> listed(found));
        } catch (RuntimeException e) {
            Platform.runLater(() -> unreadable(e));
        }
    }

    private void unreadable(RuntimeException e) {
        String what = tools.texts().text("runs.listing");
        state.set(new Listing.Unreadable(Failure.of(what, e)));
    }

    private void listed(List<RunSummary> found) {
        List<RunSummary> now = new ArrayList<>();
        for (RunSummary each : found) {
            boolean active = control.active(each.folder()).isPresent();
            if (each.state() == RunState.RUNNING && !active) {
                control.pickUp(each.folder()).ifPresent(this::followed);
            }
            now.add(active ? running(each) : each);
        }
        if (!runs.equals(now)) {
            Optional<OpenedRun> deleted = chosen.get().filter(run -> gone(run, now));
            runs.setAll(now);
            deleted.ifPresent(run -> chooseNone());
        }
        if (!(state.get() instanceof Listing.Listed)) {
            state.set(new Listing.Listed());
        }
    }

    /// Whether it was listed and is no more.
    private boolean gone(OpenedRun run, List<RunSummary> now) {
        return !run.active()
                && summary(run.folder()).isPresent()
                && now.stream().noneMatch(each -> same(each.folder(), run.folder()));
    }

    /// The chosen run goes on in another process.
    private void followed(OpenedRun run) {
        if (chosen.get().filter(open -> same(open.folder(), run.folder())).isPresent()) {
            chosen.set(Optional.of(run));
        }
    }

    private static RunSummary running(RunSummary s) {
        return new RunSummary(
                s.folder(),
                RunState.RUNNING,
                s.epoch(),
                s.epochs(),
                s.primaryMetric(),
                s.bestValue(),
                s.bestEpoch(),
                s.started(),
                "");
    }

    static boolean same(RunFolder a, RunFolder b) {
        return path(a).equals(path(b));
    }

    private static Path path(RunFolder run) {
        return run.root().toAbsolutePath().normalize();
    }
}
