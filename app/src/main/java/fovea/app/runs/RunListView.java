package fovea.app.runs;

import atlantafx.base.theme.Styles;

import fovea.app.frame.Command;
import fovea.app.frame.Widgets;
import fovea.app.text.Texts;
import fovea.run.RunSummary;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Optional;

/// The runs at the left, and the way to a new one.
final class RunListView extends VBox {
    private static final double ROW = 52;

    private final RunsModel model;
    private final ListView<RunSummary> list = new ListView<>();
    private boolean showing;

    RunListView(Texts texts, RunsModel model, Command newRun) {
        this.model = model;
        getStyleClass().add("run-list");
        Button button = Widgets.button(newRun, Styles.ACCENT);
        button.setGraphic(new FontIcon(Feather.PLUS));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setId("runs-add");
        list.setId("runs-list");
        list.setItems(model.runs());
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new RunCell(texts));
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox head = new VBox(button);
        head.getStyleClass().add("run-list-head");
        getChildren().addAll(head, list);
        list.getSelectionModel().selectedItemProperty().subscribe(this::select);
        model.chosen().subscribe(() -> mark());
        model.runs().addListener((ListChangeListener<RunSummary>) change -> mark());
        texts.language().subscribe(() -> list.refresh());
    }

    void focus() {
        list.requestFocus();
    }

    private void select() {
        RunSummary run = list.getSelectionModel().getSelectedItem();
        if (run != null && !showing) {
            model.choose(run.folder());
        }
    }

    private void mark() {
        showing = true;
        Optional<RunSummary> summary =
                model.chosen().get().flatMap(open -> model.summary(open.folder()));
        summary.ifPresentOrElse(
                run -> list.getSelectionModel().select(run),
                () -> list.getSelectionModel().clearSelection());
        showing = false;
    }
}
