package fovea.app.runs;

import atlantafx.base.theme.Styles;

import fovea.app.form.ExperimentForm;
import fovea.app.form.FormModel;
import fovea.app.form.ScheduleSketch;
import fovea.app.frame.BackendBox;
import fovea.app.frame.Command;
import fovea.app.frame.Skeletons;
import fovea.app.frame.StatePane;
import fovea.app.frame.Tools;
import fovea.app.frame.Widgets;
import fovea.app.frame.WrapRow;

import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
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
    /// A narrower one would be cut to a word or two.
    private static final double LEAST_HINT = 120;

    private static final double HINT_HEIGHT = 30;

    private final Tools tools;
    private final NewRunModel model;
    private final StatePane body;
    private final ComboBox<Path> choice = new ComboBox<>();
    private final Button train;
    private final ReadOnlyBooleanProperty starting;
    private Optional<ExperimentForm> form = Optional.empty();
    private boolean entered;
    private boolean showing;

    /// @param starting whether a run is just being started
    /// @param start trains what the form holds
    NewRunPanel(
            Tools tools,
            NewRunModel model,
            ReadOnlyBooleanProperty starting,
            Consumer<FormModel> start) {
        this.starting = starting;
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
        train.setMinWidth(Button.USE_PREF_SIZE);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head(), body, foot());
        model.state().subscribe(() -> show());
        model.choices().addListener((InvalidationListener) change -> mark());
    }

    /// The keys go to the first field, as soon as it is there.
    void enter() {
        entered = true;
        form.ifPresent(this::focus);
    }

    private void focus(ExperimentForm shown) {
        entered = false;
        shown.focusFirst();
    }

    private WrapRow head() {
        choice.setId("experiment-choice");
        choice.setPrefWidth(180);
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
        Label title = Widgets.label(tools.texts(), "runs.new", "title");
        title.setMinWidth(Label.USE_PREF_SIZE);
        HBox experiment =
                new HBox(8, Widgets.label(tools.texts(), "runs.experiment", "muted"), choice);
        experiment.setAlignment(Pos.CENTER_LEFT);
        WrapRow head = new WrapRow(title, experiment, other);
        head.getStyleClass().add("new-run-head");
        return head;
    }

    /// Where the room is narrow, only the hint gives way.
    private HBox foot() {
        BackendBox devices = new BackendBox(tools);
        devices.setMinWidth(BackendBox.USE_PREF_SIZE);
        Label hint = Widgets.label(tools.texts(), "runs.train.help", "caption", "muted");
        hint.setWrapText(true);
        hint.setTextAlignment(TextAlignment.RIGHT);
        hint.setAlignment(Pos.CENTER_RIGHT);
        hint.setMaxWidth(Double.MAX_VALUE);
        hint.setMinWidth(0);
        hint.setPrefHeight(HINT_HEIGHT);
        hint.visibleProperty().bind(hint.widthProperty().greaterThan(LEAST_HINT));
        HBox.setHgrow(hint, Priority.ALWAYS);
        Label name = Widgets.label(tools.texts(), "frame.device", "muted");
        name.setMinWidth(Label.USE_PREF_SIZE);
        HBox foot = new HBox(12, name, devices, hint, train);
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
        form.ifPresent(ExperimentForm::close);
        form = Optional.empty();
        mark();
        switch (model.state().get()) {
            case NewRunModel.State.Loading _ -> {
                train.setDisable(true);
                body.showLoading(Skeletons.lines(8, 420));
            }
            case NewRunModel.State.Unreadable u -> {
                train.setDisable(true);
                body.showError(
                        u.failure(),
                        Command.of("runs.again", tools.texts(), () -> model.open(u.file())));
            }
            case NewRunModel.State.Editing e -> {
                train.disableProperty().bind(e.form().valid().not().or(starting));
                ScheduleSketch sketch = new ScheduleSketch(tools.texts(), tools.theme());
                ExperimentForm fields = new ExperimentForm(e.form(), tools.texts(), sketch);
                form = Optional.of(fields);
                ScrollPane scroll = new ScrollPane(fields);
                scroll.setFitToWidth(true);
                scroll.getStyleClass().add("form-scroll");
                body.showContent(scroll);
                if (entered) {
                    focus(fields);
                }
            }
        }
    }

    private void mark() {
        Optional<Path> file =
                switch (model.state().get()) {
                    case NewRunModel.State.Loading _ -> Optional.empty();
                    case NewRunModel.State.Editing e -> Optional.of(e.file());
                    case NewRunModel.State.Unreadable u -> Optional.of(u.file());
                };
        showing = true;
        choice.getItems().setAll(model.choices());
        file.filter(open -> !choice.getItems().contains(open)).ifPresent(choice.getItems()::add);
        file.ifPresent(choice::setValue);
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
