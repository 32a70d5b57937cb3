package fovea.transform;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.image.PixelImage;
import fovea.sample.Sample;
import fovea.sample.Seed;

import java.util.SplittableRandom;

@Help("Changes brightness, contrast, saturation and hue at random; grey images keep their grey")
public record ColorJitter(
        @Help("Brightness is multiplied by 1 − this to 1 + this")
                @Default("0.2")
                @Range(min = 0, max = 1)
                double brightness,
        @Help("Contrast is multiplied by 1 − this to 1 + this")
                @Default("0.2")
                @Range(min = 0, max = 1)
                double contrast,
        @Help("Saturation is multiplied by 1 − this to 1 + this")
                @Default("0.2")
                @Range(min = 0, max = 1)
                double saturation,
        @Help("Hue is turned by this share of the colour circle at most, either way")
                @Default("0")
                @Range(min = 0, max = 0.5)
                double hue)
        implements Transform {
    public ColorJitter {
        Images.require(
                Math.min(Math.min(brightness, contrast), saturation) >= 0
                        && Math.max(Math.max(brightness, contrast), saturation) <= 1,
                "brightness, contrast and saturation must lie between 0 and 1");
        Images.require(hue >= 0 && hue <= 0.5, "hue must lie between 0 and 0.5");
    }

    @Override
    public Sample apply(Sample sample, Seed seed) {
        SplittableRandom random = seed.random();
        double bright = factor(brightness, random);
        double contrasted = factor(contrast, random);
        double saturated = factor(saturation, random);
        double turn = hue * (2 * random.nextDouble() - 1);
        return Images.change(
                sample,
                image -> {
                    PixelImage toned = toned(image, bright, contrasted);
                    return image.channels() == 1 || (saturated == 1 && turn == 0)
                            ? toned
                            : coloured(toned, saturated, turn);
                });
    }

    private static double factor(double most, SplittableRandom random) {
        return 1 + most * (2 * random.nextDouble() - 1);
    }

    /// Brightness scales towards black, contrast towards the mean brightness.
    private static PixelImage toned(PixelImage image, double bright, double contrasted) {
        byte[] grey = image.withChannels(1).pixels();
        long sum = 0;
        for (byte value : grey) {
            sum += value & 0xFF;
        }
        double mean = Math.min(255, bright * sum / grey.length);
        byte[] table = new byte[256];
        for (int value = 0; value < table.length; value++) {
            double brighter = Math.min(255, value * bright);
            table[value] = (byte) Images.clamp(mean + (brighter - mean) * contrasted);
        }
        byte[] pixels = new byte[image.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = table[image.pixels()[i] & 0xFF];
        }
        return new PixelImage(image.width(), image.height(), image.channels(), pixels);
    }

    private static PixelImage coloured(PixelImage image, double saturated, double turn) {
        byte[] from = image.pixels();
        byte[] to = new byte[from.length];
        double[] colour = new double[3];
        for (int i = 0; i < from.length; i += 3) {
            for (int c = 0; c < 3; c++) {
                colour[c] = from[i + c] & 0xFF;
            }
            double grey = 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2];
            for (int c = 0; c < 3; c++) {
                colour[c] = Math.clamp(grey + (colour[c] - grey) * saturated, 0, 255);
            }
            Hue.turn(colour, turn);
            for (int c = 0; c < 3; c++) {
                to[i + c] = (byte) Images.clamp(colour[c]);
            }
        }
        return new PixelImage(image.width(), image.height(), 3, to);
    }
}
