package fovea.app.picture;

import fovea.image.ImageDecoder;
import fovea.image.ImageFile;
import fovea.image.ImageSource;
import fovea.image.PixelImage;

import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import java.nio.IntBuffer;

/// Turns our images into those of the window, on any thread.
public final class Pictures {
    private static final int OPAQUE = 0xFF000000;

    private Pictures() {}

    public static Image toImage(PixelImage image) {
        int count = image.width() * image.height();
        int[] colors = new int[count];
        byte[] pixels = image.pixels();
        for (int i = 0; i < count; i++) {
            if (image.channels() == 1) {
                colors[i] = OPAQUE | (pixels[i] & 0xFF) * 0x010101;
            } else {
                int red = pixels[3 * i] & 0xFF;
                int green = pixels[3 * i + 1] & 0xFF;
                int blue = pixels[3 * i + 2] & 0xFF;
                colors[i] = OPAQUE | (red << 16) | (green << 8) | blue;
            }
        }
        return new WritableImage(
                new PixelBuffer<>(
                        image.width(),
                        image.height(),
                        IntBuffer.wrap(colors),
                        PixelFormat.getIntArgbPreInstance()));
    }

    /// A version of which, for files, no side is longer than `maxSide`; blocks.
    ///
    /// @throws fovea.sample.InvalidInputException if the image cannot be read
    public static Image thumbnail(ImageSource source, int maxSide) {
        return toImage(
                switch (source) {
                    case PixelImage image -> image;
                    case ImageFile file -> ImageDecoder.decodeReduced(file.path(), maxSide);
                });
    }

    /// The largest factor at which an image fits a square: a whole number where the image grows, so
    /// that each of its pixels has the same size.
    public static double fitting(double width, double height, double side) {
        double factor = side / Math.max(width, height);
        return factor >= 1 ? Math.floor(factor) : factor;
    }
}
