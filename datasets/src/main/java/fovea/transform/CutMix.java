package fovea.transform;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.sample.Seed;
import fovea.tensor.Batch;

import java.util.List;
import java.util.SplittableRandom;

/// Yun et al., *CutMix*, ICCV 2019. The same rectangle of every image, whose area is drawn from
/// Beta(α, α), comes from another image; targets are mixed by the share of pixels that stay.
@Help("Pastes a rectangle of another image into each and mixes the targets (Yun et al. 2019)")
public record CutMix(
        @Help("1 draws all sizes of rectangle alike; smaller values prefer very small and large")
                @Default("1.0")
                @Range(min = 0.001, max = 100)
                double alpha)
        implements BatchTransform {
    public CutMix {
        Images.require(alpha > 0, "alpha must be above 0");
    }

    @Override
    public void apply(Batch batch, Seed seed) {
        SplittableRandom random = seed.random();
        double side = Math.sqrt(1 - Mixing.beta(alpha, random));
        int[] partners = Mixing.permutation(batch.size(), random);
        List<Integer> shape = batch.images().shape();
        int height = shape.get(2);
        int width = shape.get(3);
        Border.Frame part = part(side, width, height, random);
        double kept = 1 - (double) part.width() * part.height() / width / height;
        batch.tensors()
                .forEach(
                        (name, tensor) ->
                                Mixing.blend(
                                        tensor.data(),
                                        partners,
                                        name.equals(Batch.IMAGE)
                                                ? paste(part, width, shape.get(1))
                                                : Mixing.linear(kept)));
    }

    private static Border.Frame part(double side, int width, int height, SplittableRandom random) {
        int centerX = random.nextInt(width);
        int centerY = random.nextInt(height);
        int halfWidth = (int) (side * width / 2);
        int halfHeight = (int) (side * height / 2);
        int left = Math.max(0, centerX - halfWidth);
        int top = Math.max(0, centerY - halfHeight);
        return new Border.Frame(
                left,
                top,
                Math.min(width, centerX + halfWidth) - left,
                Math.min(height, centerY + halfHeight) - top);
    }

    private static Mixing.Blend paste(Border.Frame part, int width, int channels) {
        return (row, partner) -> {
            for (int y = part.top(); y < part.top() + part.height(); y++) {
                int from = (y * width + part.left()) * channels;
                row.put(from, partner, from, part.width() * channels);
            }
        };
    }
}
