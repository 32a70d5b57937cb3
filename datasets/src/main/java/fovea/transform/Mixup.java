package fovea.transform;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.sample.Seed;
import fovea.tensor.Batch;

import java.util.SplittableRandom;

/// Zhang et al., *mixup: Beyond Empirical Risk Minimization*, ICLR 2018. Every tensor of the batch,
/// images and targets, is mixed with the same share, drawn from Beta(α, α) once for the batch.
@Help("Blends each image and its targets with another's of the batch (Zhang et al. 2018)")
public record Mixup(
        @Help("Strength: 0.2 is usual; larger values mix more evenly")
                @Default("0.2")
                @Range(min = 0.001, max = 100)
                double alpha)
        implements BatchTransform {
    public Mixup {
        Images.require(alpha > 0, "alpha must be above 0");
    }

    @Override
    public void apply(Batch batch, Seed seed) {
        SplittableRandom random = seed.random();
        double share = Mixing.beta(alpha, random);
        int[] partners = Mixing.permutation(batch.size(), random);
        batch.tensors()
                .values()
                .forEach(tensor -> Mixing.blend(tensor.data(), partners, Mixing.linear(share)));
    }
}
