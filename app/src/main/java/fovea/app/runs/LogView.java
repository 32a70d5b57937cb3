package fovea.app.runs;

import fovea.app.frame.Widgets;
import fovea.app.text.Texts;

import javafx.application.Platform;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the training process printed.
final class LogView extends VBox {
    private final RunsModel model;
    private final TextArea area = new TextArea();

    LogView(Texts texts, RunsModel model) {
        this.model = model;
        getStyleClass().add("run-log");
        area.setId("run-log");
        area.setEditable(false);
        area.setWrapText(true);
        area.getStyleClass().add("mono");
        area.promptTextProperty().bind(texts.bind("runs.log.empty"));
        VBox.setVgrow(area, Priority.ALWAYS);
        getChildren().addAll(Widgets.label(texts, "runs.log.help", "caption", "muted"), area);
    }

    void show(OpenedRun run) {
        model.watch()
                .now(
                        () -> {
                            String text = LogTail.read(run.folder());
                            Platform.runLater(() -> show(text));
                        });
    }

    private void show(String text) {
        if (!area.getText().equals(text)) {
            area.setText(text);
            area.setScrollTop(Double.MAX_VALUE);
        }
    }
}
