package fovea.app.errors;

import fovea.app.frame.Tools;
import fovea.app.frame.Widgets;
import fovea.app.picture.Pictures;
import fovea.app.picture.Thumbnail;
import fovea.app.picture.Thumbnails;
import fovea.sample.ClassList;

import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.Optional;

/// The chosen picture, large, with the scores of all classes.
final class JudgedInspector extends VBox {
    private static final double SIDE = 224;
    private static final int DECODED = 512;
    private static final double ROW = 30;
    private static final double MOST_HEIGHT = 480;

    private final ErrorsModel model;
    private final Thumbnails thumbnails;
    private final ImageView picture = new ImageView();
    private final Label name = new Label();
    private final ListView<Integer> scores = new ListView<>();
    private final Label hint;
    private Optional<Thumbnails.Request> request = Optional.empty();

    JudgedInspector(Tools tools, ErrorsModel model, Thumbnails thumbnails) {
        super(12);
        this.model = model;
        this.thumbnails = thumbnails;
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
        request.ifPresent(Thumbnails.Request::cancel);
        request = Optional.empty();
        Optional<Judged> chosen = model.chosen().get();
        if (chosen.isEmpty()) {
            getChildren().setAll(hint);
            return;
        }
        Judged judged = chosen.get();
        picture.setImage(null);
        StackPane ground = new StackPane(picture);
        ground.setMinHeight(SIDE);
        ground.getStyleClass().addAll("picture-ground", "judged-picture");
        name.setText(judged.sample().id());
        scores.setItems(FXCollections.observableArrayList(judged.ranking()));
        double height = Math.min(MOST_HEIGHT, judged.scores().scores().size() * ROW + 2);
        scores.setMinHeight(height);
        scores.setPrefHeight(height);
        getChildren().setAll(ground, name, scores);
        String id = judged.sample().id();
        thumbnails
                .ready(id, DECODED)
                .ifPresentOrElse(
                        this::use,
                        () ->
                                request =
                                        Optional.of(
                                                thumbnails.request(
                                                        id,
                                                        DECODED,
                                                        judged.sample().image(),
                                                        this::use)));
    }

    private void use(Thumbnail thumbnail) {
        if (thumbnail instanceof Thumbnail.Made made) {
            Image image = made.image();
            double factor = Pictures.fitting(image.getWidth(), image.getHeight(), SIDE);
            picture.setSmooth(factor < 1);
            picture.setFitWidth(image.getWidth() * factor);
            picture.setFitHeight(image.getHeight() * factor);
            picture.setImage(image);
        }
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
