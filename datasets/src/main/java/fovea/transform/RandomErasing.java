package fovea.transform;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.image.PixelImage;
import fovea.sample.Sample;
import fovea.sample.Seed;

import java.util.List;
import java.util.SplittableRandom;

/// Zhong et al., *Random Erasing Data Augmentation*, AAAI 2020.
@Help("Covers a random rectangle, so that the net looks at more than one part (Zhong et al. 2020)")
public record RandomErasing(
        @Help("Probability that an image loses a part") @Default("0.5") @Range(min = 0, max = 1)
                double probability,
        @Help("Least and greatest share of the image's area")
                @Default("[0.02, 0.4]")
                @Range(min = 0, max = 1)
                List<Double> area,
        @Help("Least and greatest ratio of height to width")
                @Default("[0.3, 3.3333]")
                @Range(min = 0.01, max = 100)
                List<Double> aspect,
        @Help("What the rectangle is filled with") @Default("noise") ErasingFill fill)
        implements Transform {
    // A rectangle too long for the image is drawn again, as in the paper, but not for ever.
    private static final int TRIES = 20;

    public RandomErasing {
        Images.require(probability >= 0 && probability <= 1, "probability must lie in 0…1");
        area = Interval.of("area", area).within(0, 1).asList();
        aspect = Interval.of("aspect", aspect).within(0.01, 100).asList();
    }

    @Override
    public Sample apply(Sample sample, Seed seed) {
        SplittableRandom random = seed.random();
        if (random.nextDouble() >= probability) {
            return sample;
        }
        return Images.change(sample, image -> erased(image, random));
    }

    private PixelImage erased(PixelImage image, SplittableRandom random) {
        for (int i = 0; i < TRIES; i++) {
            double size =
                    Interval.of("area", area).uniform(random) * image.width() * image.height();
            double ratio = Interval.of("aspect", aspect).logUniform(random);
            int h = (int) Math.round(Math.sqrt(size * ratio));
            int w = (int) Math.round(Math.sqrt(size / ratio));
            if (w >= 1 && h >= 1 && w <= image.width() && h <= image.height()) {
                int left = random.nextInt(image.width() - w + 1);
                int top = random.nextInt(image.height() - h + 1);
                return filled(image, new Border.Frame(left, top, w, h), random);
            }
        }
        return image;
    }

    private PixelImage filled(PixelImage image, Border.Frame part, SplittableRandom random) {
        int channels = image.channels();
        byte[] pixels = image.pixels().clone();
        byte[] colour = colour(image);
        for (int y = part.top(); y < part.top() + part.height(); y++) {
            int from = (y * image.width() + part.left()) * channels;
            for (int i = from; i < from + part.width() * channels; i++) {
                pixels[i] =
                        fill == ErasingFill.NOISE
                                ? (byte) random.nextInt(256)
                                : colour[(i - from) % channels];
            }
        }
        return new PixelImage(image.width(), image.height(), channels, pixels);
    }

    private byte[] colour(PixelImage image) {
        int channels = image.channels();
        byte[] colour = new byte[channels];
        if (fill == ErasingFill.MEAN) {
            for (int c = 0; c < channels; c++) {
                long sum = 0;
                for (int i = c; i < image.pixels().length; i += channels) {
                    sum += image.pixels()[i] & 0xFF;
                }
                colour[c] = (byte) Math.round((double) sum / image.width() / image.height());
            }
        }
        return colour;
    }
}
