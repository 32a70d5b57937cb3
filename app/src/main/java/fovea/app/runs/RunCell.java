package fovea.app.runs;

import fovea.app.frame.Widgets;
import fovea.app.text.Texts;
import fovea.run.RunState;
import fovea.run.RunSummary;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A run in the list: state as shape and colour, name, best value, time.
final class RunCell extends ListCell<RunSummary> {
    private final RunWords words;
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Label best = new Label();
    private final Label epoch = new Label();
    private final Label time = new Label();
    private final VBox box;

    RunCell(Texts texts) {
        words = new RunWords(texts);
        getStyleClass().add("run-cell");
        name.getStyleClass().add("run-name");
        best.getStyleClass().add("run-best");
        epoch.getStyleClass().addAll("caption", "muted");
        time.getStyleClass().addAll("caption", "muted");
        HBox first = new HBox(8, icon, name, Widgets.spacer(), best);
        first.setAlignment(Pos.CENTER_LEFT);
        best.setMinWidth(Label.USE_PREF_SIZE);
        HBox second = new HBox(8, epoch, Widgets.spacer(), time);
        second.setAlignment(Pos.CENTER_LEFT);
        second.getStyleClass().add("run-second");
        time.setMinWidth(Label.USE_PREF_SIZE);
        box = new VBox(2, first, second);
        setPrefWidth(0);
    }

    static Feather shape(RunState state) {
        return switch (state) {
            case RUNNING -> Feather.PLAY_CIRCLE;
            case COMPLETED -> Feather.CHECK_CIRCLE;
            case CANCELLED -> Feather.PAUSE_CIRCLE;
            case IMPORTED -> Feather.DOWNLOAD;
            case FAILED -> Feather.X_CIRCLE;
            case INTERRUPTED -> Feather.ALERT_CIRCLE;
            case DAMAGED -> Feather.HELP_CIRCLE;
        };
    }

    /// The style class that colours a state.
    static String style(RunState state) {
        return switch (state) {
            case RUNNING -> "state-running";
            case COMPLETED -> "state-completed";
            case CANCELLED -> "state-cancelled";
            case IMPORTED -> "state-imported";
            case FAILED -> "state-failed";
            case INTERRUPTED -> "state-interrupted";
            case DAMAGED -> "state-damaged";
        };
    }

    @Override
    protected void updateItem(RunSummary run, boolean empty) {
        super.updateItem(run, empty);
        if (empty || run == null) {
            setGraphic(null);
            return;
        }
        icon.setIconCode(shape(run.state()));
        icon.getStyleClass().setAll("ikonli-font-icon", "run-icon", style(run.state()));
        name.setText(run.name());
        best.setText(
                run.bestEpoch() == 0
                        ? ""
                        : words.metricValue(run.primaryMetric(), run.bestValue()));
        String state = words.state(run.state());
        boolean trained = run.epochs() > 0 && run.state() != RunState.IMPORTED;
        epoch.setText(trained ? state + " · " + run.epoch() + "/" + run.epochs() : state);
        time.setText(words.when(run.started()));
        setAccessibleText(run.name() + ", " + state);
        setGraphic(box);
    }
}
