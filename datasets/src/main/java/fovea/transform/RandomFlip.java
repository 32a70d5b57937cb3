package fovea.transform;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.image.PixelImage;
import fovea.sample.Sample;
import fovea.sample.Seed;

import java.util.SplittableRandom;

@Help("Mirrors the image at random")
public record RandomFlip(
        @Help("Probability of exchanging left and right") @Default("0.5") @Range(min = 0, max = 1)
                double horizontal,
        @Help("Probability of exchanging top and bottom") @Default("0") @Range(min = 0, max = 1)
                double vertical)
        implements Transform {
    public RandomFlip {
        Images.require(
                horizontal >= 0 && horizontal <= 1 && vertical >= 0 && vertical <= 1,
                "probabilities must lie between 0 and 1");
    }

    @Override
    public Sample apply(Sample sample, Seed seed) {
        SplittableRandom random = seed.random();
        boolean sideways = random.nextDouble() < horizontal;
        boolean upsideDown = random.nextDouble() < vertical;
        return Images.change(
                sample,
                image -> {
                    PixelImage mirrored = sideways ? leftRight(image) : image;
                    return upsideDown ? topBottom(mirrored) : mirrored;
                });
    }

    private static PixelImage leftRight(PixelImage image) {
        int width = image.width();
        int channels = image.channels();
        byte[] from = image.pixels();
        byte[] to = new byte[from.length];
        for (int row = 0; row < from.length; row += width * channels) {
            for (int x = 0; x < width; x++) {
                int source = row + x * channels;
                int target = row + (width - 1 - x) * channels;
                for (int c = 0; c < channels; c++) {
                    to[target + c] = from[source + c];
                }
            }
        }
        return new PixelImage(width, image.height(), channels, to);
    }

    private static PixelImage topBottom(PixelImage image) {
        int stride = image.width() * image.channels();
        byte[] to = new byte[image.pixels().length];
        for (int row = 0; row < to.length; row += stride) {
            System.arraycopy(image.pixels(), row, to, to.length - stride - row, stride);
        }
        return new PixelImage(image.width(), image.height(), image.channels(), to);
    }
}
