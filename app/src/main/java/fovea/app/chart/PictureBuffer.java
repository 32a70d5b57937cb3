package fovea.app.chart;

import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import java.nio.IntBuffer;

/// Shows painted pixels with one copy and no conversion.
final class PictureBuffer {
    private final ImageView view = new ImageView();
    private PixelBuffer<IntBuffer> buffer = buffer(1, 1);

    PictureBuffer() {
        view.setManaged(false);
        view.setMouseTransparent(true);
    }

    ImageView view() {
        return view;
    }

    void show(Picture picture) {
        Drawing.Canvas size = picture.drawing().canvas();
        if (buffer.getWidth() != size.fullWidth() || buffer.getHeight() != size.fullHeight()) {
            buffer = buffer(size.fullWidth(), size.fullHeight());
            buffer.getBuffer().put(0, picture.pixels());
            view.setImage(new WritableImage(buffer));
        } else {
            buffer.getBuffer().put(0, picture.pixels());
            buffer.updateBuffer(b -> null);
        }
    }

    private static PixelBuffer<IntBuffer> buffer(int width, int height) {
        return new PixelBuffer<>(
                width,
                height,
                IntBuffer.allocate(width * height),
                PixelFormat.getIntArgbPreInstance());
    }
}
