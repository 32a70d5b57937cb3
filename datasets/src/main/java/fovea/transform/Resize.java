package fovea.transform;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.image.PixelImage;
import fovea.image.Resampling;
import fovea.sample.Sample;
import fovea.sample.Seed;

/// Scales the image: averaging areas when it shrinks, bilinear when it grows.
@Help("Scales the image to a size")
public record Resize(
        @Help("Width in pixels") @Range(min = 1, max = 8192) int width,
        @Help("Height in pixels") @Range(min = 1, max = 8192) int height,
        @Help(
                        "What to do with images of another shape: stretch them, cover the size, or"
                                + " fit inside")
                @Default("stretch")
                ResizeMode mode,
        @Help("Value around a letterboxed image, 0 black to 255 white")
                @Default("0")
                @Range(min = 0, max = 255)
                int fill)
        implements Transform {
    public Resize {
        Images.require(width > 0 && height > 0, "width and height must be at least 1");
    }

    /// Stretched to a size.
    public static Resize to(int width, int height) {
        return new Resize(width, height, ResizeMode.STRETCH, 0);
    }

    @Override
    public Sample apply(Sample sample, Seed seed) {
        return Images.change(sample, this::resized);
    }

    private PixelImage resized(PixelImage image) {
        double wider = (double) width / image.width();
        double taller = (double) height / image.height();
        return switch (mode) {
            case STRETCH -> Resampling.resize(image, width, height);
            case SHORT_SIDE -> scaled(image, Math.max(wider, taller));
            case LETTERBOX -> boxed(scaled(image, Math.min(wider, taller)));
        };
    }

    private PixelImage scaled(PixelImage image, double scale) {
        int newWidth = (int) Math.max(1, Math.round(image.width() * scale));
        int newHeight = (int) Math.max(1, Math.round(image.height() * scale));
        return Resampling.resize(image, newWidth, newHeight);
    }

    private PixelImage boxed(PixelImage image) {
        int left = (width - image.width()) / 2;
        int top = (height - image.height()) / 2;
        return Border.CONSTANT.window(image, new Border.Frame(-left, -top, width, height), fill);
    }
}
