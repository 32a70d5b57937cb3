package fovea.app.errors;

import fovea.app.frame.Widgets;
import fovea.app.theme.ClassColors;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.Locale;

/// A class with its score as number and bar; ✓ marks the truth, ✕ a wrong prediction.
final class ScoreBar extends VBox {
    private final Label sign = new Label();
    private final Label name = Widgets.path("");
    private final Label score = new Label();
    private final Region bar = new Region();
    private final StackPane track = new StackPane(bar);
    private double share;

    ScoreBar() {
        getStyleClass().add("score-bar");
        sign.getStyleClass().add("score-sign");
        name.getStyleClass().add("score-name");
        score.getStyleClass().addAll("numbers", "score-number");
        score.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        HBox line = new HBox(4, sign, name, score);
        line.setAlignment(Pos.CENTER_LEFT);
        track.getStyleClass().add("score-track");
        track.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("score-fill");
        track.widthProperty().subscribe(() -> resizeBar());
        getChildren().addAll(line, track);
    }

    void show(Judged judged, int index, String className) {
        boolean truth = index == judged.truth();
        boolean wrong = !truth && index == judged.predicted();
        sign.setText(truth ? "✓" : wrong ? "✕" : "");
        sign.getStyleClass().removeAll("right", "wrong");
        sign.getStyleClass().add(truth ? "right" : "wrong");
        name.setText(className);
        share = judged.score(index);
        score.setText(String.format(Locale.ROOT, "%.1f %%", 100 * share));
        bar.setStyle("-fx-background-color: " + ClassColors.css(index) + ";");
        setAccessibleText(className + " " + score.getText());
        resizeBar();
    }

    private void resizeBar() {
        double width = Math.max(share > 0 ? 1 : 0, track.getWidth() * share);
        bar.setMinWidth(width);
        bar.setMaxWidth(width);
    }
}
