package fovea.app.data;

import fovea.app.frame.Tools;
import fovea.app.jobs.Failure;
import fovea.app.jobs.Job;
import fovea.sample.Sample;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What the room shows, without how: the dataset, the part and classes chosen, the samples they
/// leave, and the sample looked at.
final class DataModel {
    /// What there is to see.
    sealed interface State {
        record Empty() implements State {}

        record Opening(Path source) implements State {}

        record Open(OpenedDataset dataset) implements State {}

        record Failed(Path source, Failure failure) implements State {}
    }

    /// What of an open dataset is looked at.
    enum Mode {
        GRID,
        PICTURE,
        PROBLEMS
    }

    private final Tools tools;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(this, "state", new State.Empty());
    private final ReadOnlyObjectWrapper<Optional<PartIndex>> part =
            new ReadOnlyObjectWrapper<>(this, "part", Optional.empty());
    private final ReadOnlyObjectWrapper<Set<Integer>> classes =
            new ReadOnlyObjectWrapper<>(this, "classes", Set.of());
    private final ReadOnlyObjectWrapper<Shown> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", new Shown(List.of()));
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(this, "chosen", -1);
    private final ReadOnlyObjectWrapper<Mode> mode =
            new ReadOnlyObjectWrapper<>(this, "mode", Mode.GRID);
    private Optional<Job<OpenedDataset>> opening = Optional.empty();

    DataModel(Tools tools) {
        this.tools = tools;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<PartIndex>> part() {
        return part.getReadOnlyProperty();
    }

    /// The classes filtered for, by index; none means all.
    ReadOnlyObjectProperty<Set<Integer>> classes() {
        return classes.getReadOnlyProperty();
    }

    /// The samples that pass the filter.
    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /// The chosen place in [#shown], or -1.
    ReadOnlyIntegerProperty chosen() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Mode> mode() {
        return mode.getReadOnlyProperty();
    }

    /// Looks at something else; at a picture only if one is chosen.
    void look(Mode at) {
        if (at != Mode.PICTURE || chosen.get() >= 0) {
            mode.set(at);
        }
    }

    Optional<OpenedDataset> dataset() {
        return state.get() instanceof State.Open open
                ? Optional.of(open.dataset())
                : Optional.empty();
    }

    Optional<Sample> chosenSample() {
        return part.get()
                .filter(p -> chosen.get() >= 0 && chosen.get() < shown.get().size())
                .map(p -> p.dataset().sample(shown.get().index(chosen.get())));
    }

    /// Opens a dataset in place of the one that is open; the former stays remembered if it fails.
    void open(Path source) {
        State before = state.get() instanceof State.Opening ? new State.Empty() : state.get();
        opening.ifPresent(Job::cancel);
        state.set(new State.Opening(source));
        String name = tools.texts().format("data.opening", String.valueOf(source.getFileName()));
        Job<OpenedDataset> job =
                tools.jobs().run(name, control -> OpenedDataset.open(source, control));
        opening = Optional.of(job);
        job.onSuccess(this::use).onFailure(f -> state.set(new State.Failed(source, f)));
        // An opening that was overtaken by another leaves the window to that one.
        job.onCancel(() -> opening.filter(job::equals).ifPresent(j -> state.set(before)));
    }

    void choosePart(PartIndex other) {
        part.set(Optional.of(other));
        tools.settings().put("data/part", other.part());
        classes.set(Set.of());
        filter();
    }

    /// Adds a class to the filter, or takes it away.
    void toggleClass(int index) {
        Set<Integer> wanted = new TreeSet<>(classes.get());
        if (!wanted.remove(index)) {
            wanted.add(index);
        }
        classes.set(Set.copyOf(wanted));
        filter();
    }

    void clearClasses() {
        if (!classes.get().isEmpty()) {
            classes.set(Set.of());
            filter();
        }
    }

    /// Chooses a place in [#shown]; beyond the ends means the end.
    void choose(int place) {
        int last = shown.get().size() - 1;
        chosen.set(last < 0 ? -1 : Math.clamp(place, -1, last));
    }

    private void use(OpenedDataset dataset) {
        tools.settings().put("data/dataset", dataset.source().toAbsolutePath());
        String remembered = tools.settings().value("data/part").orElse("");
        PartIndex first =
                dataset.parts().stream()
                        .filter(p -> p.part().equals(remembered))
                        .findFirst()
                        .orElse(dataset.parts().getFirst());
        part.set(Optional.empty());
        state.set(new State.Open(dataset));
        choosePart(first);
    }

    private void filter() {
        chosen.set(-1);
        mode.set(Mode.GRID);
        shown.set(new Shown(part.get().map(p -> p.showing(classes.get())).orElse(List.of())));
    }
}
