package fovea.app.runs;

import fovea.app.form.FormModel;
import fovea.app.frame.Tools;
import fovea.app.jobs.Failure;
import fovea.experiment.Catalog;
import fovea.experiment.Experiment;
import fovea.experiment.ExperimentReader;
import fovea.plugin.Plugins;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The experiment that a new run would train.
final class NewRunModel {
    /// How the experiment stands.
    sealed interface State {
        record Loading() implements State {}

        record Editing(Path file, FormModel form) implements State {}

        record Unreadable(Path file, Failure failure) implements State {}
    }

    private static final String FIRST = "fashion-mnist";

    private final Tools tools;
    private final ObservableList<Path> choices = FXCollections.observableArrayList();
    private final Catalog catalog = Catalog.of(Plugins.discover().all());
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(this, "state", new State.Loading());

    NewRunModel(Tools tools) {
        this.tools = tools;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// The ready experiments, as they were when last looked for.
    ObservableList<Path> choices() {
        return choices;
    }

    /// Reads an experiment, away from the window's thread.
    void open(Path file) {
        state.set(new State.Loading());
        String what = tools.texts().format("runs.reading", ExperimentChoices.name(file));
        tools.jobs()
                .run(what, control -> ExperimentReader.read(file, List.of(), catalog))
                .onSuccess(experiment -> edit(file, experiment))
                .onFailure(failure -> state.set(new State.Unreadable(file, failure)));
    }

    /// Looks for ready experiments and opens one of them, unless one is open.
    void openAny() {
        tools.jobs()
                .quietly(
                        tools.texts().text("runs.experiment"),
                        control -> ExperimentChoices.ready(tools.workplace()))
                .onSuccess(this::offer);
    }

    private void offer(List<Path> found) {
        choices.setAll(found);
        if (state.get() instanceof State.Loading) {
            found.stream()
                    .filter(file -> ExperimentChoices.name(file).equals(FIRST))
                    .findFirst()
                    .or(() -> found.stream().findFirst())
                    .ifPresent(this::open);
        }
    }

    private void edit(Path file, Experiment experiment) {
        state.set(new State.Editing(file, new FormModel(catalog, experiment)));
    }

    Optional<FormModel> form() {
        return state.get() instanceof State.Editing editing
                ? Optional.of(editing.form())
                : Optional.empty();
    }
}
