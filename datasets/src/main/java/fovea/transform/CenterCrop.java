package fovea.transform;

import fovea.component.Help;
import fovea.component.Range;
import fovea.image.PixelImage;
import fovea.sample.Sample;
import fovea.sample.Seed;

@Help("Cuts out the middle")
public record CenterCrop(
        @Help("Width of the part in pixels") @Range(min = 1, max = 8192) int width,
        @Help("Height of the part in pixels") @Range(min = 1, max = 8192) int height)
        implements Transform {
    public CenterCrop {
        Images.require(width > 0 && height > 0, "width and height must be at least 1");
    }

    @Override
    public Sample apply(Sample sample, Seed seed) {
        return Images.change(sample, image -> cropped(sample, image));
    }

    private PixelImage cropped(Sample sample, PixelImage image) {
        Images.requireAtLeast(sample, image, width, height);
        int left = (image.width() - width) / 2;
        int top = (image.height() - height) / 2;
        return Images.crop(image, left, top, width, height);
    }
}
