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

    private final Tools tools;
    private final Catalog catalog = Catalog.of(Plugins.discover().all());
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(this, "state", new State.Loading());

    NewRunModel(Tools tools) {
        this.tools = tools;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// The ready experiments.
    List<Path> choices() {
        return ExperimentChoices.ready(tools.workplace());
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

    /// Opens the first ready experiment, unless one is open.
    void openAny() {
        if (state.get() instanceof State.Loading) {
            choices().stream()
                    .filter(file -> ExperimentChoices.name(file).equals(FIRST))
                    .findFirst()
                    .or(() -> choices().stream().findFirst())
                    .ifPresent(this::open);
        }
    }

    private static final String FIRST = "fashion-mnist";

    private void edit(Path file, Experiment experiment) {
        state.set(new State.Editing(file, new FormModel(catalog, experiment)));
    }

    Optional<FormModel> form() {
        return state.get() instanceof State.Editing editing
                ? Optional.of(editing.form())
                : Optional.empty();
    }
}
