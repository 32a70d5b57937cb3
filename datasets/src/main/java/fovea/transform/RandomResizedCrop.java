package fovea.transform;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.image.PixelImage;
import fovea.image.Resampling;
import fovea.sample.Sample;
import fovea.sample.Seed;

import java.util.List;
import java.util.SplittableRandom;

/// Szegedy et al., *Going Deeper with Convolutions*, 2015.
@Help("Cuts out a part of random area and shape and scales it to a size (Szegedy et al. 2015)")
public record RandomResizedCrop(
        @Help("Width in pixels") @Range(min = 1, max = 8192) int width,
        @Help("Height in pixels") @Range(min = 1, max = 8192) int height,
        @Help("Least and greatest share of the image's area")
                @Default("[0.08, 1.0]")
                @Range(min = 0, max = 1)
                List<Double> area,
        @Help("Least and greatest ratio of width to height")
                @Default("[0.75, 1.3333]")
                @Range(min = 0.01, max = 100)
                List<Double> aspect)
        implements Transform {
    // Extreme ratios may not fit into the image at all; then the whole of it is taken.
    private static final int TRIES = 10;

    public RandomResizedCrop {
        Images.require(width > 0 && height > 0, "width and height must be at least 1");
        area = Interval.of("area", area).within(0, 1).asList();
        aspect = Interval.of("aspect", aspect).within(0.01, 100).asList();
    }

    @Override
    public Sample apply(Sample sample, Seed seed) {
        return Images.change(
                sample, image -> Resampling.resize(part(image, seed.random()), width, height));
    }

    private PixelImage part(PixelImage image, SplittableRandom random) {
        for (int i = 0; i < TRIES; i++) {
            double size =
                    Interval.of("area", area).uniform(random) * image.width() * image.height();
            double ratio = Interval.of("aspect", aspect).logUniform(random);
            int w = (int) Math.round(Math.sqrt(size * ratio));
            int h = (int) Math.round(Math.sqrt(size / ratio));
            if (w >= 1 && h >= 1 && w <= image.width() && h <= image.height()) {
                int left = random.nextInt(image.width() - w + 1);
                int top = random.nextInt(image.height() - h + 1);
                return Images.crop(image, left, top, w, h);
            }
        }
        return image;
    }
}
