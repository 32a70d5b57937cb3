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
        return wrap(image.width(), image.height(), colors);
    }

    /// A version of which, for files, no side is longer than `maxSide`; blocks.
    ///
    /// @throws fovea.problem.InvalidInputException if the image cannot be read
    public static Image thumbnail(ImageSource source, int maxSide) {
        return toImage(
                switch (source) {
                    case PixelImage image -> image;
                    case ImageFile file -> ImageDecoder.decodeReduced(file.path(), maxSide);
                });
    }

    /// An image in which each pixel became a sharp square of `factor`×`factor`. The window's own
    /// enlargement blurs on some machines, whatever it is asked for.
    public static Image enlarged(Image image, int factor) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        return sampled(image, new Crop(width * factor, height * factor, 0, 0, factor));
    }

    /// What a window into an enlarged image shows, in sharp squares.
    static Image sampled(Image image, Crop crop) {
        int left = (int) Math.floor(crop.x() / crop.factor());
        int top = (int) Math.floor(crop.y() / crop.factor());
        int right = column(crop, crop.width() - 1, image);
        int bottom = row(crop, crop.height() - 1, image);
        int across = right - left + 1;
        int[] source = new int[across * (bottom - top + 1)];
        image.getPixelReader()
                .getPixels(
                        left,
                        top,
                        across,
                        bottom - top + 1,
                        PixelFormat.getIntArgbPreInstance(),
                        source,
                        0,
                        across);
        int[] columns = new int[crop.width()];
        for (int x = 0; x < crop.width(); x++) {
            columns[x] = column(crop, x, image) - left;
        }
        int[] colors = new int[crop.width() * crop.height()];
        for (int y = 0; y < crop.height(); y++) {
            int from = (row(crop, y, image) - top) * across;
            int to = y * crop.width();
            for (int x = 0; x < crop.width(); x++) {
                colors[to + x] = source[from + columns[x]];
            }
        }
        return wrap(crop.width(), crop.height(), colors);
    }

    /// A window of `width`×`height` screen pixels, from (`x`, `y`) of an image enlarged by
    /// `factor`.
    record Crop(int width, int height, double x, double y, double factor) {}

    private static int column(Crop crop, int x, Image image) {
        int last = (int) image.getWidth() - 1;
        return Math.clamp((int) Math.floor((crop.x() + x) / crop.factor()), 0, last);
    }

    private static int row(Crop crop, int y, Image image) {
        int last = (int) image.getHeight() - 1;
        return Math.clamp((int) Math.floor((crop.y() + y) / crop.factor()), 0, last);
    }

    private static Image wrap(int width, int height, int[] colors) {
        return new WritableImage(
                new PixelBuffer<>(
                        width,
                        height,
                        IntBuffer.wrap(colors),
                        PixelFormat.getIntArgbPreInstance()));
    }

    /// The largest factor at which an image fits a square: a whole number where the image grows, so
    /// that each of its pixels has the same size.
    public static double fitting(double width, double height, double side) {
        double factor = side / Math.max(width, height);
        return factor >= 1 ? Math.floor(factor) : factor;
    }
}
