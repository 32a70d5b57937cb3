package fovea.transform;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.image.PixelImage;
import fovea.sample.Sample;
import fovea.sample.Seed;

@Help("Adds the same number of pixels on all four sides")
public record Pad(
        @Help("Pixels on each side") @Range(min = 0, max = 4096) int pixels,
        @Help("Where the new pixels come from") @Default("constant") Border border,
        @Help("Value of a constant border, 0 black to 255 white")
                @Default("0")
                @Range(min = 0, max = 255)
                int fill)
        implements Transform {
    public Pad {
        Images.require(pixels >= 0, "pixels must not be negative");
    }

    @Override
    public Sample apply(Sample sample, Seed seed) {
        return Images.change(sample, this::padded);
    }

    private PixelImage padded(PixelImage image) {
        int width = image.width() + 2 * pixels;
        int height = image.height() + 2 * pixels;
        return border.window(image, new Border.Frame(-pixels, -pixels, width, height), fill);
    }
}
