package fovea.app.errors;

import fovea.app.picture.Pictures;
import fovea.app.picture.Thumbnail;
import fovea.app.picture.Thumbnails;
import fovea.sample.ClassList;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A picture with its best classes; reused for other pictures as the grid scrolls.
final class JudgedCard extends HBox {
    static final double WIDTH = 276;
    static final double HEIGHT = 132;
    private static final int SIDE = 112;
    private static final int DECODED = 224;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Thumbnails thumbnails;
    private final ImageView picture = new ImageView();
    private final List<ScoreBar> bars = Stream.generate(ScoreBar::new).limit(4).toList();
    private Optional<Thumbnails.Request> request = Optional.empty();

    JudgedCard(Thumbnails thumbnails) {
        super(8);
        this.thumbnails = thumbnails;
        getStyleClass().add("judged-card");
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        StackPane ground = new StackPane(picture);
        ground.getStyleClass().addAll("picture-ground", "judged-picture");
        ground.setMinSize(SIDE, SIDE);
        ground.setMaxSize(SIDE, SIDE);
        VBox scores = new VBox(2);
        scores.getChildren().addAll(bars);
        scores.setAlignment(Pos.CENTER_LEFT);
        scores.setMinWidth(0);
        HBox.setHgrow(scores, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(ground, scores);
    }

    void show(Judged judged, ClassList classes) {
        List<Integer> shown = judged.shortlist();
        for (int i = 0; i < bars.size(); i++) {
            ScoreBar bar = bars.get(i);
            boolean used = i < shown.size();
            bar.setVisible(used);
            bar.setManaged(used);
            if (used) {
                bar.show(judged, shown.get(i), classes.name(shown.get(i)));
            }
        }
        setAccessibleText(judged.sample().id());
        load(judged);
    }

    void choose(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }

    void clear() {
        request.ifPresent(Thumbnails.Request::cancel);
        request = Optional.empty();
        picture.setImage(null);
    }

    private void load(Judged judged) {
        clear();
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
}
