package fovea.app.errors;

import fovea.app.frame.Widgets;
import fovea.app.text.Texts;
import fovea.run.RunFolder;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;

import java.util.List;

/// Which run, and which of its validations.
final class ErrorsBar extends HBox {
    private final Texts texts;
    private final ErrorsModel model;
    private final ComboBox<RunFolder> run = new ComboBox<>();
    private final Slider epoch = new Slider();
    private final Label shown = new Label();
    private boolean showing;

    ErrorsBar(Texts texts, ErrorsModel model) {
        super(12);
        this.texts = texts;
        this.model = model;
        getStyleClass().add("errors-bar");
        setAlignment(Pos.CENTER_LEFT);
        run.setId("errors-run");
        run.setPrefWidth(230);
        run.setConverter(new Names());
        run.valueProperty().subscribe((old, folder) -> chooseRun(folder));
        epoch.setId("errors-epoch");
        epoch.setMinWidth(80);
        epoch.setSnapToTicks(true);
        epoch.setMajorTickUnit(1);
        epoch.setMinorTickCount(0);
        epoch.setBlockIncrement(1);
        epoch.valueProperty().subscribe(() -> chooseEpoch());
        HBox.setHgrow(epoch, Priority.ALWAYS);
        epoch.setMaxWidth(320);
        shown.setId("errors-epoch-shown");
        shown.setMinWidth(Label.USE_PREF_SIZE);
        getChildren()
                .addAll(
                        Widgets.label(texts, "errors.run", "muted"),
                        run,
                        Widgets.label(texts, "errors.epoch", "muted"),
                        epoch,
                        shown);
        model.runs().addListener((ListChangeListener<RunFolder>) change -> showRuns());
        model.run().subscribe(() -> showRuns());
        model.epochs().subscribe(() -> showEpochs());
        model.place().subscribe(() -> showEpochs());
        texts.language().subscribe(() -> showEpochs());
    }

    private void chooseRun(RunFolder folder) {
        if (!showing && folder != null) {
            model.open(folder);
        }
    }

    private void chooseEpoch() {
        if (!showing) {
            model.choose((int) Math.round(epoch.getValue()));
        }
    }

    private void showRuns() {
        showing = true;
        run.getItems().setAll(model.runs());
        model.run()
                .get()
                .ifPresent(
                        folder -> {
                            if (!run.getItems().contains(folder)) {
                                run.getItems().addFirst(folder);
                            }
                            run.setValue(folder);
                        });
        showing = false;
    }

    private void showEpochs() {
        showing = true;
        List<Integer> epochs = model.epochs().get();
        int place = model.place().get();
        epoch.setMax(Math.max(0, epochs.size() - 1));
        epoch.setDisable(epochs.size() < 2);
        epoch.setValue(Math.max(0, place));
        boolean newest = place == epochs.size() - 1;
        shown.setText(
                place < 0
                        ? ""
                        : texts.format(
                                newest ? "errors.epoch.newest" : "errors.epoch.earlier",
                                Integer.toString(epochs.get(place))));
        showing = false;
    }

    private static final class Names extends StringConverter<RunFolder> {
        @Override
        public String toString(RunFolder folder) {
            return folder == null ? "" : folder.name();
        }

        @Override
        public RunFolder fromString(String text) {
            return new RunFolder(java.nio.file.Path.of(text));
        }
    }
}
