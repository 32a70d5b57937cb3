package fovea.transform;

import fovea.image.PixelImage;
import fovea.problem.InvalidInputException;
import fovea.sample.Sample;

import java.util.function.UnaryOperator;

/// What the transforms share.
final class Images {
    private Images() {}

    /// The sample with its image changed; labels of whole images stay true whatever is done to
    /// them.
    static Sample change(Sample sample, UnaryOperator<PixelImage> change) {
        PixelImage image = sample.image().load();
        PixelImage changed = change.apply(image);
        return changed == image ? sample : sample.withImage(changed);
    }

    /// A part of the image; none of it may lie outside.
    static PixelImage crop(PixelImage image, int left, int top, int width, int height) {
        int channels = image.channels();
        byte[] cropped = new byte[width * height * channels];
        for (int y = 0; y < height; y++) {
            int from = ((top + y) * image.width() + left) * channels;
            System.arraycopy(image.pixels(), from, cropped, y * width * channels, width * channels);
        }
        return new PixelImage(width, height, channels, cropped);
    }

    static void requireAtLeast(Sample sample, PixelImage image, int width, int height) {
        if (image.width() < width || image.height() < height) {
            throw InvalidInputException.of(
                    sample.id(),
                    "an image of %d×%d cannot be cropped to %d×%d"
                            .formatted(image.width(), image.height(), width, height),
                    "put a resize or pad-to before the crop");
        }
    }

    static int clamp(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
