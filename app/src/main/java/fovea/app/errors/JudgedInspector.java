package fovea.app.errors;

import fovea.app.frame.Tools;
import fovea.app.frame.Widgets;
import fovea.app.picture.Thumbnails;
import fovea.sample.ClassList;

import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;

import java.util.Optional;

/// The chosen picture, large, with the scores of all classes.
final class JudgedInspector extends VBox {
    private static final int SIDE = 224;
    private static final double ROW = 30;
    private static final double MOST_HEIGHT = 480;

    private final ErrorsModel model;
    private final FramedPicture picture;
    private final Label name = new Label();
    private final ListView<Integer> scores = new ListView<>();
    private final Label hint;

    JudgedInspector(Tools tools, ErrorsModel model, Thumbnails thumbnails) {
        super(12);
        this.model = model;
        picture = new FramedPicture(thumbnails, SIDE);
        getStyleClass().add("judged-inspector");
        hint = Widgets.label(tools.texts(), "errors.inspector.none", "muted");
        hint.setWrapText(true);
        name.getStyleClass().addAll("mono", "muted");
        name.setWrapText(true);
        scores.setId("judged-scores");
        scores.getStyleClass().add("judged-scores");
        scores.setFixedCellSize(ROW);
        scores.setFocusTraversable(false);
        scores.setCellFactory(list -> new Row());
        model.chosen().subscribe(() -> show());
        show();
    }

    private void show() {
        Optional<Judged> chosen = model.chosen().get();
        if (chosen.isEmpty()) {
            getChildren().setAll(hint);
            return;
        }
        Judged judged = chosen.get();
        name.setText(judged.sample().id());
        scores.setItems(FXCollections.observableArrayList(judged.ranking()));
        double height = Math.min(MOST_HEIGHT, judged.scores().scores().size() * ROW + 2);
        scores.setMinHeight(height);
        scores.setPrefHeight(height);
        getChildren().setAll(picture, name, scores);
        picture.show(judged.sample());
    }

    private final class Row extends ListCell<Integer> {
        private final ScoreBar bar = new ScoreBar();

        Row() {
            getStyleClass().add("score-row");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Integer index, boolean empty) {
            super.updateItem(index, empty);
            Optional<Judged> chosen = model.chosen().get();
            Optional<ClassList> classes = model.errors().map(EpochErrors::classes);
            if (empty || index == null || chosen.isEmpty() || classes.isEmpty()) {
                setGraphic(null);
                return;
            }
            bar.show(chosen.get(), index, classes.get().name(index));
            setGraphic(bar);
        }
    }
}
