package fovea.transform;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.image.PixelImage;
import fovea.sample.Sample;
import fovea.sample.Seed;

@Help("Pads an image that is smaller than a size, keeping it in the middle; larger sides stay")
public record PadTo(
        @Help("Least width in pixels") @Range(min = 1, max = 8192) int width,
        @Help("Least height in pixels") @Range(min = 1, max = 8192) int height,
        @Help("Where the new pixels come from") @Default("constant") Border border,
        @Help("Value of a constant border, 0 black to 255 white")
                @Default("0")
                @Range(min = 0, max = 255)
                int fill)
        implements Transform {
    public PadTo {
        Images.require(width > 0 && height > 0, "width and height must be at least 1");
    }

    @Override
    public Sample apply(Sample sample, Seed seed) {
        return Images.change(sample, this::padded);
    }

    private PixelImage padded(PixelImage image) {
        int newWidth = Math.max(width, image.width());
        int newHeight = Math.max(height, image.height());
        int left = (newWidth - image.width()) / 2;
        int top = (newHeight - image.height()) / 2;
        return border.window(image, new Border.Frame(-left, -top, newWidth, newHeight), fill);
    }
}
