package fovea.app.errors;

import fovea.app.picture.Pictures;
import fovea.app.picture.Thumbnail;
import fovea.app.picture.Thumbnails;
import fovea.sample.Sample;

import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Optional;

/// A sample's picture on neutral grey, as large as fits; enlarged pixels are sharp squares.
final class FramedPicture extends StackPane {
    private final Thumbnails thumbnails;
    private final int side;
    private final int decoded;
    private final ImageView view = new ImageView();
    private final FontIcon broken = new FontIcon(Feather.ALERT_TRIANGLE);
    private Optional<Thumbnails.Request> request = Optional.empty();

    FramedPicture(Thumbnails thumbnails, int side) {
        this.thumbnails = thumbnails;
        this.side = side;
        // Twice the size for screens with fine pixels.
        decoded = 2 * side;
        getStyleClass().addAll("picture-ground", "judged-picture");
        setMinSize(side, side);
        setMaxSize(side, side);
        broken.setVisible(false);
        getChildren().addAll(view, broken);
    }

    void show(Sample sample) {
        clear();
        thumbnails
                .ready(sample.id(), decoded)
                .ifPresentOrElse(
                        this::use,
                        () ->
                                request =
                                        Optional.of(
                                                thumbnails.request(
                                                        sample.id(),
                                                        decoded,
                                                        sample.image(),
                                                        this::use)));
    }

    void clear() {
        request.ifPresent(Thumbnails.Request::cancel);
        request = Optional.empty();
        view.setImage(null);
        broken.setVisible(false);
    }

    private void use(Thumbnail thumbnail) {
        broken.setVisible(thumbnail instanceof Thumbnail.Broken);
        if (thumbnail instanceof Thumbnail.Made made) {
            Image image = made.image();
            double factor = Pictures.fitting(image.getWidth(), image.getHeight(), side);
            view.setFitWidth(image.getWidth() * factor);
            view.setFitHeight(image.getHeight() * factor);
            int times = (int) Math.ceil(factor * density());
            view.setImage(factor > 1 ? Pictures.enlarged(image, times) : image);
        }
    }

    private double density() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
    }
}
