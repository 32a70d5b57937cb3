package fovea.app.runs;

import fovea.app.frame.Tools;
import fovea.app.frame.Widgets;

import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;

/// Facts about the chosen run, and its experiment as it was resolved.
final class RunInspector extends VBox {
    private final Tools tools;
    private final RunsModel model;
    private final VBox facts = new VBox(4);
    private final Label experiment = new Label();
    private Subscription following = Subscription.EMPTY;

    RunInspector(Tools tools, RunsModel model) {
        super(12);
        this.tools = tools;
        this.model = model;
        getStyleClass().add("run-inspector");
        experiment.getStyleClass().addAll("mono", "run-experiment");
        experiment.setWrapText(true);
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
                        facts,
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
        facts.getChildren().clear();
        model.chosen()
                .get()
                .flatMap(run -> run.feed().started())
                .ifPresentOrElse(
                        started -> {
                            fact("runs.fact.device", started.device());
                            fact("runs.fact.parameters", grouped(started.parameters()));
                            fact("runs.fact.train", grouped(started.trainSamples()));
                            fact("runs.fact.validation", grouped(started.validationSamples()));
                            fact("runs.fact.classes", grouped(started.classes().size()));
                            fact("runs.fact.steps", grouped(started.stepsPerEpoch()));
                        },
                        () -> fact("runs.fact.device", "–"));
    }

    private String grouped(long number) {
        return NumberFormat.getIntegerInstance(tools.texts().language().get().locale())
                .format(number);
    }

    private void fact(String key, String value) {
        Label what = new Label(tools.texts().text(key));
        what.getStyleClass().add("muted");
        Label text = new Label(value);
        text.getStyleClass().add("run-fact");
        text.setMinWidth(Label.USE_PREF_SIZE);
        facts.getChildren().add(new javafx.scene.layout.HBox(8, what, Widgets.spacer(), text));
    }
}
