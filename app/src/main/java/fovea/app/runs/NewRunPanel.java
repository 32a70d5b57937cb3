package fovea.app.runs;

import atlantafx.base.theme.Styles;

import fovea.app.form.ExperimentForm;
import fovea.app.form.FormModel;
import fovea.app.form.ScheduleSketch;
import fovea.app.frame.Command;
import fovea.app.frame.Skeletons;
import fovea.app.frame.StatePane;
import fovea.app.frame.Tools;
import fovea.app.frame.Widgets;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Choose an experiment, change it, train it.
final class NewRunPanel extends VBox {
    private final Tools tools;
    private final NewRunModel model;
    private final StatePane body;
    private final ComboBox<Path> choice = new ComboBox<>();
    private final Button train;
    private boolean showing;

    /// @param start trains what the form holds
    NewRunPanel(Tools tools, NewRunModel model, Consumer<FormModel> start) {
        this.tools = tools;
        this.model = model;
        body = new StatePane(tools.texts());
        getStyleClass().add("new-run");
        train =
                Widgets.button(
                        Command.of(
                                "runs.train", tools.texts(), () -> model.form().ifPresent(start)),
                        Styles.ACCENT);
        train.setGraphic(new FontIcon(Feather.PLAY));
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head(), body, foot());
        model.state().subscribe(() -> show());
    }

    private HBox head() {
        choice.setId("experiment-choice");
        choice.setPrefWidth(220);
        choice.setConverter(new FileNames());
        choice.valueProperty()
                .subscribe(
                        (old, file) -> {
                            if (file != null && !showing) {
                                model.open(file);
                            }
                        });
        Button other =
                Widgets.button(
                        Command.of("runs.choose.file", tools.texts(), this::chooseFile),
                        Styles.FLAT);
        HBox head =
                new HBox(
                        8,
                        Widgets.label(tools.texts(), "runs.new", "title"),
                        Widgets.spacer(),
                        Widgets.label(tools.texts(), "runs.experiment", "muted"),
                        choice,
                        other);
        head.getStyleClass().add("new-run-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private HBox foot() {
        HBox foot =
                new HBox(
                        8,
                        new DeviceBox(tools),
                        Widgets.spacer(),
                        Widgets.label(tools.texts(), "runs.train.help", "caption", "muted"),
                        train);
        foot.getStyleClass().add("new-run-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(tools.texts().text("runs.choose.file"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter("YAML", "*.yaml", "*.yml"));
        File file = chooser.showOpenDialog(getScene().getWindow());
        if (file != null) {
            model.open(file.toPath());
        }
    }

    private void show() {
        train.disableProperty().unbind();
        switch (model.state().get()) {
            case NewRunModel.State.Loading _ -> {
                train.setDisable(true);
                body.showLoading(Skeletons.lines(8, 420));
            }
            case NewRunModel.State.Unreadable u -> {
                train.setDisable(true);
                mark(u.file());
                body.showError(
                        u.failure(),
                        Command.of("runs.again", tools.texts(), () -> model.open(u.file())));
            }
            case NewRunModel.State.Editing e -> {
                mark(e.file());
                train.disableProperty().bind(e.form().valid().not());
                ScheduleSketch sketch = new ScheduleSketch(tools.texts(), tools.theme());
                ExperimentForm form = new ExperimentForm(e.form(), tools.texts(), sketch);
                ScrollPane scroll = new ScrollPane(form);
                scroll.setFitToWidth(true);
                scroll.getStyleClass().add("form-scroll");
                body.showContent(scroll);
            }
        }
    }

    private void mark(Path file) {
        showing = true;
        choice.getItems().setAll(model.choices());
        if (!choice.getItems().contains(file)) {
            choice.getItems().add(file);
        }
        choice.setValue(file);
        showing = false;
    }

    private static final class FileNames extends StringConverter<Path> {
        @Override
        public String toString(Path file) {
            return Optional.ofNullable(file).map(ExperimentChoices::name).orElse("");
        }

        @Override
        public Path fromString(String text) {
            return Path.of(text);
        }
    }
}
