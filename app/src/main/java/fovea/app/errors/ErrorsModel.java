package fovea.app.errors;

import fovea.app.frame.Tools;
import fovea.app.jobs.Failure;
import fovea.app.jobs.Job;
import fovea.app.jobs.Work;
import fovea.app.runs.RunFeed;
import fovea.app.runs.RunListing;
import fovea.app.runs.Watch;
import fovea.experiment.Catalog;
import fovea.plugin.Plugins;
import fovea.run.EventReader;
import fovea.run.RunFolder;
import fovea.run.RunSummary;
import fovea.training.TrainEvent;

import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.List;
import java.util.Optional;

/// The run and the validation whose errors are shown. Looks for news only while it is in sight, as
/// reading an epoch's predictions is work that the run would feel. Belongs to the window's thread.
final class ErrorsModel {
    private static final long MILLIS_BETWEEN_LOOKS = 2000;

    /// What there is to see.
    sealed interface State {
        /// No run has been validated yet.
        record Nothing() implements State {}

        record Loading() implements State {}

        record Broken(Failure failure) implements State {}

        record Shown(EpochErrors errors) implements State {}
    }

    private final Tools tools;
    private final Catalog catalog = Catalog.of(Plugins.discover().all());
    private final Watch watch = new Watch();
    private final RunListing listing;
    private final ObservableList<RunFolder> runs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(this, "state", new State.Nothing());
    private final ReadOnlyObjectWrapper<Optional<RunFolder>> run =
            new ReadOnlyObjectWrapper<>(this, "run", Optional.empty());
    private final ReadOnlyObjectWrapper<List<Integer>> epochs =
            new ReadOnlyObjectWrapper<>(this, "epochs", List.of());
    private final ReadOnlyObjectWrapper<Integer> place =
            new ReadOnlyObjectWrapper<>(this, "place", -1);
    private final ObjectProperty<Optional<Cell>> cell =
            new SimpleObjectProperty<>(this, "cell", Optional.empty());
    private final ObjectProperty<Optional<Judged>> chosen =
            new SimpleObjectProperty<>(this, "chosen", Optional.empty());
    private Following following = new Following(Optional.empty());
    private Optional<RunSamples> samples = Optional.empty();
    private volatile boolean inSight;

    /// The events of a run, read on the watch's thread.
    private static final class Following {
        private final Optional<EventReader> reader;
        private final RunFeed feed = new RunFeed();

        Following(Optional<RunFolder> run) {
            reader = run.map(folder -> new EventReader(folder.events()));
        }
    }

    ErrorsModel(Tools tools) {
        this.tools = tools;
        listing = new RunListing(tools.workplace().runs());
        watch.every(MILLIS_BETWEEN_LOOKS, this::look);
    }

    /// Runs that have been validated, the latest first.
    ObservableList<RunFolder> runs() {
        return runs;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<RunFolder>> run() {
        return run.getReadOnlyProperty();
    }

    /// The epochs that were validated.
    ReadOnlyObjectProperty<List<Integer>> epochs() {
        return epochs.getReadOnlyProperty();
    }

    /// Which of them is shown; -1 for none.
    ReadOnlyObjectProperty<Integer> place() {
        return place.getReadOnlyProperty();
    }

    /// The cell whose pictures are shown; all mistakes if empty.
    ObjectProperty<Optional<Cell>> cell() {
        return cell;
    }

    /// The picture that is chosen.
    ObjectProperty<Optional<Judged>> chosen() {
        return chosen;
    }

    Optional<EpochErrors> errors() {
        return state.get() instanceof State.Shown shown
                ? Optional.of(shown.errors())
                : Optional.empty();
    }

    void open(RunFolder folder) {
        if (run.get().filter(folder::equals).isPresent()) {
            return;
        }
        following = new Following(Optional.of(folder));
        samples = Optional.empty();
        run.set(Optional.of(folder));
        epochs.set(List.of());
        place.set(-1);
        clear();
        state.set(new State.Loading());
        refresh();
    }

    /// Shows one of the validated epochs, by its place in their list.
    void choose(int index) {
        if (index != place.get() && index >= 0 && index < epochs.get().size()) {
            place.set(index);
            load();
        }
    }

    void retry() {
        samples = Optional.empty();
        state.set(run.get().isEmpty() ? new State.Nothing() : new State.Loading());
        load();
        refresh();
    }

    /// Comes into sight, and catches up with what happened meanwhile.
    void show() {
        inSight = true;
        refresh();
    }

    /// Goes out of sight.
    void hide() {
        inSight = false;
    }

    private void refresh() {
        watch.now(this::look);
    }

    void close() {
        watch.close();
    }

    private void clear() {
        cell.set(Optional.empty());
        chosen.set(Optional.empty());
    }

    /// On the watch's thread.
    private void look() {
        if (!inSight) {
            return;
        }
        Following now = following;
        try {
            List<RunFolder> found =
                    listing.list().stream()
                            .filter(each -> each.bestEpoch() > 0)
                            .map(RunSummary::folder)
                            .toList();
            EventReader.News news =
                    now.reader
                            .map(EventReader::poll)
                            .orElse(
                                    new EventReader.News(
                                            EventReader.Continuity.CONTINUED, List.of()));
            Platform.runLater(() -> seen(now, found, news));
        } catch (RuntimeException e) {
            Platform.runLater(() -> broken(e));
        }
    }

    private void broken(RuntimeException e) {
        String what = tools.texts().text("errors.reading");
        state.set(new State.Broken(Failure.of(what, e)));
    }

    private void seen(Following from, List<RunFolder> found, EventReader.News news) {
        if (!runs.equals(found)) {
            runs.setAll(found);
        }
        if (from == following) {
            from.feed.take(news);
            validations(from.feed.validations());
        }
        if (run.get().isEmpty() && !found.isEmpty()) {
            open(found.getFirst());
        }
    }

    /// Stays at the newest while a run trains, unless an earlier epoch was chosen.
    private void validations(List<TrainEvent.Validated> all) {
        if (all.size() == epochs.get().size()) {
            return;
        }
        boolean newest = place.get() == epochs.get().size() - 1;
        epochs.set(all.stream().map(TrainEvent.Validated::epoch).toList());
        if (newest || place.get() >= all.size()) {
            place.set(all.size() - 1);
            load();
        }
    }

    private void load() {
        if (place.get() < 0 || run.get().isEmpty()) {
            return;
        }
        RunFolder folder = run.get().get();
        int wanted = place.get();
        TrainEvent.Validated event = following.feed.validations().get(wanted);
        Optional<RunSamples> known = samples;
        if (errors().isEmpty()) {
            state.set(new State.Loading());
        }
        String what = tools.texts().format("errors.reading.epoch", "" + event.epoch());
        Work<Loaded> reading =
                control -> {
                    RunSamples data = known.orElseGet(() -> RunSamples.open(folder, catalog));
                    return new Loaded(data, EpochErrors.read(event, data));
                };
        // Opening the data may take a while; the next epochs' predictions are read in a moment.
        Job<Loaded> job =
                known.isPresent()
                        ? tools.jobs().quietly(what, reading)
                        : tools.jobs().run(what, reading);
        job.onSuccess(
                        loaded -> {
                            if (current(folder, wanted)) {
                                show(loaded);
                            }
                        })
                .onFailure(
                        failure -> {
                            if (current(folder, wanted)) {
                                state.set(new State.Broken(failure));
                            }
                        });
    }

    private record Loaded(RunSamples samples, EpochErrors errors) {}

    private boolean current(RunFolder folder, int wanted) {
        return run.get().filter(folder::equals).isPresent() && place.get() == wanted;
    }

    private void show(Loaded loaded) {
        samples = Optional.of(loaded.samples());
        // The same picture stays chosen from epoch to epoch.
        Optional<String> id = chosen.get().map(each -> each.sample().id());
        state.set(new State.Shown(loaded.errors()));
        chosen.set(
                id.flatMap(
                        wanted ->
                                loaded.errors().judged().stream()
                                        .filter(each -> each.sample().id().equals(wanted))
                                        .findFirst()));
    }
}
