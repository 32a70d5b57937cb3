package fovea.app.runs;

import fovea.app.frame.Tools;
import fovea.app.frame.Widgets;
import fovea.training.TrainEvent;

import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.util.Subscription;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Facts about the chosen run, and its experiment as it was resolved.
final class RunInspector extends VBox {
    private final Tools tools;
    private final RunsModel model;
    private final Map<Fact, Function<TrainEvent.Started, String>> facts = new LinkedHashMap<>();
    private final Label experiment = new Label();
    private Subscription following = Subscription.EMPTY;

    RunInspector(Tools tools, RunsModel model) {
        super(12);
        this.tools = tools;
        this.model = model;
        getStyleClass().add("run-inspector");
        experiment.getStyleClass().addAll("mono", "run-experiment");
        experiment.setWrapText(true);
        fact("runs.fact.device", TrainEvent.Started::device);
        count("runs.fact.parameters", TrainEvent.Started::parameters);
        count("runs.fact.train", TrainEvent.Started::trainSamples);
        count("runs.fact.validation", TrainEvent.Started::validationSamples);
        count("runs.fact.classes", started -> started.classes().size());
        count("runs.fact.steps", TrainEvent.Started::stepsPerEpoch);
        model.chosen().subscribe(() -> follow());
        tools.texts().language().subscribe(() -> refresh());
        follow();
    }

    private void follow() {
        following.unsubscribe();
        following =
                model.chosen()
                        .get()
                        .map(run -> run.revision().subscribe(() -> refresh()))
                        .orElse(Subscription.EMPTY);
        experiment.setText("");
        arrange();
        model.chosen().get().ifPresent(this::readExperiment);
        refresh();
    }

    private void arrange() {
        if (model.chosen().get().isEmpty()) {
            Label hint = Widgets.label(tools.texts(), "runs.inspector.none", "muted");
            hint.setWrapText(true);
            getChildren().setAll(hint);
            return;
        }
        getChildren()
                .setAll(
                        new VBox(4, facts.keySet().toArray(Fact[]::new)),
                        Widgets.label(tools.texts(), "runs.inspector.experiment", "section-title"),
                        experiment);
    }

    private void readExperiment(OpenedRun run) {
        Path file = run.folder().experiment();
        model.watch()
                .now(
                        () -> {
                            String text = text(file);
                            Platform.runLater(() -> experiment.setText(text));
                        });
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "–";
        }
    }

    private void refresh() {
        Optional<TrainEvent.Started> started =
                model.chosen().get().flatMap(run -> run.feed().started());
        facts.forEach((fact, words) -> fact.show(started.map(words).orElse("–")));
    }

    private void fact(String key, Function<TrainEvent.Started, String> words) {
        Fact fact = new Fact(tools.texts(), key);
        fact.getChildren().add(1, Widgets.spacer());
        fact.value().setWrapText(true);
        fact.value().setTextAlignment(TextAlignment.RIGHT);
        facts.put(fact, words);
    }

    private void count(String key, ToLongFunction<TrainEvent.Started> number) {
        fact(
                key,
                started ->
                        NumberFormat.getIntegerInstance(tools.texts().language().get().locale())
                                .format(number.applyAsLong(started)));
    }
}
