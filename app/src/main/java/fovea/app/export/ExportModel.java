package fovea.app.export;

import fovea.app.frame.Tools;
import fovea.app.jobs.Failure;
import fovea.app.jobs.Job;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// What became of each run's latest export. Belongs to the window's thread.
final class ExportModel {
    /// How an export stands.
    sealed interface State {
        record None() implements State {}

        record Running(Job<ExportReport> job) implements State {}

        record Written(ExportReport report) implements State {}

        record Refused(Failure failure) implements State {}
    }

    private final Tools tools;
    private final Exporter exporter;
    private final Map<Path, ReadOnlyObjectWrapper<State>> states = new HashMap<>();

    ExportModel(Tools tools, Exporter exporter) {
        this.tools = tools;
        this.exporter = exporter;
    }

    /// @param run its folder
    ReadOnlyObjectProperty<State> state(Path run) {
        return of(run).getReadOnlyProperty();
    }

    void export(ExportRequest request) {
        ReadOnlyObjectWrapper<State> state = of(request.run());
        String what = tools.texts().format("export.job", request.file().getFileName());
        Job<ExportReport> job =
                tools.jobs()
                        .run(what, control -> exporter.export(request))
                        .onSuccess(report -> state.set(new State.Written(report)))
                        .onFailure(failure -> state.set(new State.Refused(failure)))
                        .onCancel(() -> state.set(new State.None()));
        state.set(new State.Running(job));
    }

    private ReadOnlyObjectWrapper<State> of(Path run) {
        return states.computeIfAbsent(
                run.toAbsolutePath().normalize(),
                path -> new ReadOnlyObjectWrapper<>(this, "state", new State.None()));
    }
}
