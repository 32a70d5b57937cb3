package fovea.app.picture;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Optional;

/// One picture of a grid; reused for other pictures as the grid scrolls.
final class TileView extends VBox {
    static final int CAPTION = 20;

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int SHORTEST_CAPTIONED = 64;

    private final Thumbnails thumbnails;
    private final ImageView picture = new ImageView();
    private final FontIcon broken = new FontIcon(Feather.ALERT_TRIANGLE);
    private final StackPane ground = new StackPane(picture, broken);
    private final Label mark = new Label();
    private final Label caption = new Label();
    private final HBox line = new HBox(mark, caption);
    private Optional<Thumbnails.Request> request = Optional.empty();
    private Optional<Object> shown = Optional.empty();
    private int shownSide;

    TileView(Thumbnails thumbnails) {
        this.thumbnails = thumbnails;
        getStyleClass().add("tile");
        ground.getStyleClass().add("tile-ground");
        mark.getStyleClass().add("tile-mark");
        caption.getStyleClass().add("tile-caption");
        line.getStyleClass().add("tile-line");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(CAPTION);
        line.setMaxHeight(CAPTION);
        broken.setVisible(false);
        getChildren().addAll(ground, line);
    }

    /// Height of a tile whose picture has the given side.
    static double height(int side) {
        return side + (side < SHORTEST_CAPTIONED ? 0 : CAPTION);
    }

    void show(Tile tile, int side) {
        resizeGround(side);
        boolean captioned = side >= SHORTEST_CAPTIONED;
        line.setVisible(captioned);
        line.setManaged(captioned);
        caption.setText(tile.caption());
        mark.setText(tile.sign());
        mark.setVisible(tile.color().isPresent());
        mark.setManaged(tile.color().isPresent());
        tile.color().ifPresent(color -> mark.setBackground(fill(color)));
        setAccessibleText(tile.caption());
        load(tile, side);
    }

    void choose(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }

    /// Shows nothing and wants nothing.
    void clear() {
        request.ifPresent(Thumbnails.Request::cancel);
        request = Optional.empty();
        shown = Optional.empty();
        picture.setImage(null);
    }

    private void load(Tile tile, int side) {
        if (shown.filter(tile.id()::equals).isPresent() && shownSide == side) {
            return;
        }
        clear();
        shown = Optional.of(tile.id());
        shownSide = side;
        int decoded = decodedSide(side);
        thumbnails
                .ready(tile.id(), decoded)
                .ifPresentOrElse(
                        ready -> use(ready, side),
                        () ->
                                request =
                                        Optional.of(
                                                thumbnails.request(
                                                        tile.id(),
                                                        decoded,
                                                        tile.image(),
                                                        made -> use(made, side))));
    }

    /// Few different sizes, so that moving the slider makes few thumbnails anew; twice the size for
    /// screens with fine pixels.
    private static int decodedSide(int side) {
        return side <= 96 ? 192 : 512;
    }

    private void use(Thumbnail thumbnail, int side) {
        broken.setVisible(thumbnail instanceof Thumbnail.Broken);
        if (thumbnail instanceof Thumbnail.Made made) {
            Image image = made.image();
            double factor = Pictures.fitting(image.getWidth(), image.getHeight(), side);
            picture.setFitWidth(image.getWidth() * factor);
            picture.setFitHeight(image.getHeight() * factor);
            int times = (int) Math.ceil(factor * screenScale());
            picture.setImage(factor > 1 ? Pictures.enlarged(image, times) : image);
        }
    }

    private double screenScale() {
        boolean shown = getScene() != null && getScene().getWindow() != null;
        return shown ? getScene().getWindow().getOutputScaleX() : 1;
    }

    private void resizeGround(int side) {
        ground.setMinSize(side, side);
        ground.setMaxSize(side, side);
        setMinWidth(side);
        setMaxWidth(side);
        setMinHeight(Region.USE_PREF_SIZE);
    }

    /// Quicker than a style, which would be read anew for every picture that scrolls by.
    private static Background fill(Color color) {
        return new Background(new BackgroundFill(color, new CornerRadii(2), Insets.EMPTY));
    }
}
