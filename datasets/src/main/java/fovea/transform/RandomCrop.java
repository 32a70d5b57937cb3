package fovea.transform;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.image.PixelImage;
import fovea.sample.Sample;
import fovea.sample.Seed;

import java.util.SplittableRandom;

@Help("Cuts out a part at a random place, after padding with black")
public record RandomCrop(
        @Help("Width of the part in pixels") @Range(min = 1, max = 8192) int width,
        @Help("Height of the part in pixels") @Range(min = 1, max = 8192) int height,
        @Help("Black pixels added on each side first; 4 is usual for images of 32 pixels")
                @Default("0")
                @Range(min = 0, max = 4096)
                int padding)
        implements Transform {
    public RandomCrop {
        Images.require(width > 0 && height > 0, "width and height must be at least 1");
        Images.require(padding >= 0, "padding must not be negative");
    }

    @Override
    public Sample apply(Sample sample, Seed seed) {
        return Images.change(sample, image -> cropped(sample, image, seed.random()));
    }

    private PixelImage cropped(Sample sample, PixelImage image, SplittableRandom random) {
        int spareWidth = image.width() + 2 * padding - width;
        int spareHeight = image.height() + 2 * padding - height;
        if (spareWidth < 0 || spareHeight < 0) {
            Images.requireAtLeast(sample, image, width, height);
        }
        int left = random.nextInt(spareWidth + 1) - padding;
        int top = random.nextInt(spareHeight + 1) - padding;
        return Border.CONSTANT.window(image, new Border.Frame(left, top, width, height), 0);
    }
}
