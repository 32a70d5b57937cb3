package fovea.app.errors;

import fovea.app.frame.Widgets;
import fovea.app.text.Texts;
import fovea.evaluation.ConfusionMatrix;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The mistakes that were made most often, as a list beside the matrix: it says by name what many
/// small cells can only hint at. Choosing one chooses its cell.
final class WorstPairs extends VBox {
    private static final int MOST = 100;
    private static final double ROW = 26;
    private static final double LEAST_NAME = 80;

    private final ObjectProperty<Optional<Cell>> chosen;
    private final ListView<Pair> list = new ListView<>();
    private List<String> names = List.of();
    private boolean showing;

    /// @param share of the images of the true class, 0 to 1
    private record Pair(Cell cell, int count, double share) {}

    /// @param chosen the cell whose pictures are shown
    WorstPairs(Texts texts, ObjectProperty<Optional<Cell>> chosen) {
        super(4);
        this.chosen = chosen;
        getStyleClass().add("worst-pairs");
        list.setId("worst-pairs");
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new Row());
        list.setPlaceholder(Widgets.label(texts, "errors.worst.none", "muted"));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(Widgets.label(texts, "errors.worst", "caption", "muted"), list);
        list.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        chosen.subscribe(() -> mark());
    }

    void show(ConfusionMatrix matrix, List<String> classNames) {
        names = classNames;
        showing = true;
        list.getItems().setAll(worst(matrix));
        showing = false;
        mark();
    }

    private static List<Pair> worst(ConfusionMatrix matrix) {
        List<Pair> pairs = new ArrayList<>();
        for (int truth = 0; truth < matrix.classes(); truth++) {
            int all = 0;
            for (int predicted = 0; predicted < matrix.classes(); predicted++) {
                all += matrix.count(truth, predicted);
            }
            for (int predicted = 0; predicted < matrix.classes(); predicted++) {
                int count = matrix.count(truth, predicted);
                if (count > 0 && truth != predicted) {
                    pairs.add(new Pair(new Cell(truth, predicted), count, (double) count / all));
                }
            }
        }
        pairs.sort(
                Comparator.comparingInt(Pair::count).thenComparingDouble(Pair::share).reversed());
        return pairs.subList(0, Math.min(MOST, pairs.size()));
    }

    private void choose(Pair pair) {
        if (pair != null && !showing) {
            chosen.set(Optional.of(pair.cell()));
        }
    }

    private void mark() {
        showing = true;
        list.getSelectionModel().clearSelection();
        list.getItems().stream()
                .filter(pair -> chosen.get().equals(Optional.of(pair.cell())))
                .findFirst()
                .ifPresent(list.getSelectionModel()::select);
        showing = false;
    }

    private final class Row extends ListCell<Pair> {
        private final Label truth = new Name();
        private final Label arrow = new Label("→");
        private final Label predicted = new Name();
        private final Label count = new Label();
        private final HBox box = new HBox(6, truth, arrow, predicted, Widgets.spacer(), count);

        Row() {
            getStyleClass().add("worst-pair");
            setPrefWidth(0);
            box.setAlignment(Pos.CENTER_LEFT);
            arrow.setMinWidth(Label.USE_PREF_SIZE);
            arrow.getStyleClass().add("muted");
            count.setMinWidth(Label.USE_PREF_SIZE);
            count.getStyleClass().add("numbers");
        }

        @Override
        protected void updateItem(Pair pair, boolean empty) {
            super.updateItem(pair, empty);
            if (empty || pair == null) {
                setGraphic(null);
                return;
            }
            truth.setText(names.get(pair.cell().truth()));
            predicted.setText(names.get(pair.cell().predicted()));
            count.setText(
                    String.format(Locale.ROOT, "%d · %.0f %%", pair.count(), 100 * pair.share()));
            setAccessibleText(
                    truth.getText() + " → " + predicted.getText() + " " + count.getText());
            setGraphic(box);
        }
    }

    /// A short one stays whole beside a long one, whose middle is left out.
    private static final class Name extends Label {
        Name() {
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            setTooltip(new Tooltip());
            getTooltip().textProperty().bind(textProperty());
        }

        @Override
        protected double computeMinWidth(double height) {
            return Math.min(LEAST_NAME, computePrefWidth(height));
        }
    }
}
