package fovea.app.picture;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.Cursor;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

import java.util.Optional;

/// One picture on neutral grey, zoomed and moved by hand: Ctrl+wheel zooms at the cursor, dragging
/// moves. Enlarged pixels stay sharp squares. Zoom and place stay from picture to picture of the
/// same size.
public final class LargePicture extends Region {
    private static final double LARGEST = 64;
    private static final double SMALLEST = 0.02;
    private static final int MARGIN = 24;

    private final ImageView view = new ImageView();
    private Optional<Image> image = Optional.empty();
    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(this, "zoom", 1);
    private boolean fitted = true;
    private double x;
    private double y;
    private double grabX;
    private double grabY;

    public LargePicture() {
        getStyleClass().addAll("picture-ground", "large-picture");
        view.setManaged(false);
        getChildren().add(view);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        widthProperty().subscribe(now -> requestLayout());
        heightProperty().subscribe(now -> requestLayout());
        setCursor(Cursor.OPEN_HAND);
        setOnScroll(this::wheel);
        setOnMousePressed(this::grab);
        setOnMouseDragged(this::drag);
    }

    public void show(Image other) {
        boolean alike =
                image.filter(before -> before.getWidth() == other.getWidth())
                        .filter(before -> before.getHeight() == other.getHeight())
                        .isPresent();
        image = Optional.of(other);
        fitted = fitted || !alike;
        requestLayout();
    }

    /// Shows nothing, as the next picture is not there yet or cannot be read.
    public void clear() {
        image = Optional.empty();
        view.setImage(null);
    }

    /// Screen pixels for one of the image's.
    public ReadOnlyDoubleProperty zoom() {
        return zoom.getReadOnlyProperty();
    }

    /// As large as it goes in whole.
    public void fit() {
        fitted = true;
        requestLayout();
    }

    /// One pixel for one pixel.
    public void originalSize() {
        zoomAt(1 / zoom.get(), getWidth() / 2, getHeight() / 2);
    }

    /// Zooms by a factor, about the middle.
    public void zoomBy(double factor) {
        zoomAt(factor, getWidth() / 2, getHeight() / 2);
    }

    @Override
    protected void layoutChildren() {
        image.ifPresent(
                shown -> {
                    if (fitted) {
                        place(shown);
                    }
                    paint(shown);
                });
    }

    /// As large as it goes in whole; by a whole factor where it grows.
    private void place(Image shown) {
        double wide = Math.max(1, getWidth() - 2 * MARGIN) / shown.getWidth();
        double high = Math.max(1, getHeight() - 2 * MARGIN) / shown.getHeight();
        double factor = Math.min(wide, high);
        zoom.set(factor >= 1 ? Math.floor(Math.min(factor, LARGEST)) : Math.max(SMALLEST, factor));
        x = snapPositionX((getWidth() - shown.getWidth() * zoom.get()) / 2);
        y = snapPositionY((getHeight() - shown.getHeight() * zoom.get()) / 2);
    }

    /// Reduced images are scaled by the window; of enlarged ones the part in sight is made here.
    private void paint(Image shown) {
        double left = zoom.get() > 1 ? Math.max(0, x) : x;
        double top = zoom.get() > 1 ? Math.max(0, y) : y;
        double right = Math.min(getWidth(), x + shown.getWidth() * zoom.get());
        double bottom = Math.min(getHeight(), y + shown.getHeight() * zoom.get());
        view.relocate(left, top);
        if (zoom.get() <= 1) {
            view.setImage(shown);
            view.setFitWidth(shown.getWidth() * zoom.get());
            view.setFitHeight(shown.getHeight() * zoom.get());
        } else if (right - left >= 1 && bottom - top >= 1) {
            double scale = screenScale();
            view.setImage(
                    Pictures.sampled(
                            shown,
                            new Pictures.Crop(
                                    (int) ((right - left) * scale),
                                    (int) ((bottom - top) * scale),
                                    (left - x) * scale,
                                    (top - y) * scale,
                                    zoom.get() * scale)));
            view.setFitWidth(right - left);
            view.setFitHeight(bottom - top);
        } else {
            view.setImage(null);
        }
    }

    private double screenScale() {
        boolean shown = getScene() != null && getScene().getWindow() != null;
        return shown ? getScene().getWindow().getOutputScaleX() : 1;
    }

    private void zoomAt(double factor, double centerX, double centerY) {
        double wanted = Math.clamp(zoom.get() * factor, SMALLEST, LARGEST);
        double change = wanted / zoom.get();
        x = centerX - (centerX - x) * change;
        y = centerY - (centerY - y) * change;
        zoom.set(wanted);
        fitted = false;
        requestLayout();
    }

    private void wheel(ScrollEvent event) {
        if (event.isShortcutDown()) {
            zoomAt(Math.pow(1.1, Math.signum(event.getDeltaY())), event.getX(), event.getY());
        } else {
            x += event.getDeltaX();
            y += event.getDeltaY();
            fitted = false;
            requestLayout();
        }
        event.consume();
    }

    private void grab(MouseEvent event) {
        grabX = event.getX() - x;
        grabY = event.getY() - y;
    }

    private void drag(MouseEvent event) {
        x = event.getX() - grabX;
        y = event.getY() - grabY;
        fitted = false;
        requestLayout();
    }
}
