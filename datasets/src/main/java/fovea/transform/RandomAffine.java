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

@Help("Turns, shifts, scales and shears the image about its middle, at random")
public record RandomAffine(
        @Help("Greatest rotation either way, in degrees") @Default("10") @Range(min = 0, max = 180)
                double degrees,
        @Help("Greatest shift either way, as a share of the side")
                @Default("0.1")
                @Range(min = 0, max = 1)
                double translate,
        @Help("Least and greatest magnification")
                @Default("[0.9, 1.1]")
                @Range(min = 0.01, max = 100)
                List<Double> scale,
        @Help("Greatest horizontal shear either way, in degrees")
                @Default("0")
                @Range(min = 0, max = 80)
                double shear,
        @Help("Value of pixels from outside the image, 0 black to 255 white")
                @Default("0")
                @Range(min = 0, max = 255)
                int fill)
        implements Transform {
    public RandomAffine {
        Images.require(degrees >= 0 && degrees <= 180, "degrees must lie between 0 and 180");
        Images.require(translate >= 0 && translate <= 1, "translate must lie between 0 and 1");
        Images.require(shear >= 0 && shear <= 80, "shear must lie between 0 and 80 degrees");
        scale = Interval.of("scale", scale).within(0.01, 100).asList();
    }

    @Override
    public Sample apply(Sample sample, Seed seed) {
        return Images.change(sample, image -> moved(image, seed.random()));
    }

    private PixelImage moved(PixelImage image, SplittableRandom random) {
        double angle = Math.toRadians(degrees * either(random));
        double dx = translate * either(random) * image.width();
        double dy = translate * either(random) * image.height();
        double size = Interval.of("scale", scale).uniform(random);
        double slant = Math.tan(Math.toRadians(shear * either(random)));
        // Source = middle + shear⁻¹ · rotation⁻¹ / size · (target − middle − shift).
        double a = (Math.cos(angle) + slant * Math.sin(angle)) / size;
        double b = (Math.sin(angle) - slant * Math.cos(angle)) / size;
        double d = -Math.sin(angle) / size;
        double e = Math.cos(angle) / size;
        double middleX = (image.width() - 1) / 2.0;
        double middleY = (image.height() - 1) / 2.0;
        double c = middleX - a * (middleX + dx) - b * (middleY + dy);
        double f = middleY - d * (middleX + dx) - e * (middleY + dy);
        return Resampling.warp(image, new double[] {a, b, c, d, e, f}, fill);
    }

    private static double either(SplittableRandom random) {
        return 2 * random.nextDouble() - 1;
    }
}
