package fovea.app.errors;

import fovea.app.picture.Thumbnails;
import fovea.sample.ClassList;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.stream.Stream;

/// A picture with its best classes; reused for other pictures as the grid scrolls.
final class JudgedCard extends HBox {
    static final double WIDTH = 276;
    static final double HEIGHT = 132;
    private static final int SIDE = 112;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final FramedPicture picture;
    private final List<ScoreBar> bars = Stream.generate(ScoreBar::new).limit(4).toList();

    JudgedCard(Thumbnails thumbnails) {
        super(8);
        picture = new FramedPicture(thumbnails, SIDE);
        getStyleClass().add("judged-card");
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        VBox scores = new VBox(2);
        scores.getChildren().addAll(bars);
        scores.setAlignment(Pos.CENTER_LEFT);
        scores.setMinWidth(0);
        HBox.setHgrow(scores, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(picture, scores);
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
        picture.show(judged.sample());
    }

    void choose(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }

    void clear() {
        picture.clear();
    }
}
