package fovea.optimization;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;

/// Half a cosine from the optimiser's learning rate down to a floor, moving at each step, after an
/// optional linear warm-up: with `t` the share of the steps after the warm-up that are done, the
/// factor is `floor + (1 − floor) · (1 + cos πt) / 2`.
@Help("Falls along half a cosine, step by step (Loshchilov and Hutter, 2017); may warm up first")
public record Cosine(
        @Help("Where the fall ends, as a share of the learning rate")
                @Default("0")
                @Range(min = 0, max = 1)
                double floor,
        @Help("Epochs of linear rise before the fall; parts of an epoch count")
                @Default("0")
                @Range(min = 0, max = 100000)
                double warmupEpochs,
        @Help("Where the rise starts, as a share of the learning rate")
                @Default("0.01")
                @Range(min = 0, max = 1)
                double warmupStart)
        implements Schedule {
    @Override
    public double factor(Progress progress) {
        long warmup = Ramp.steps(warmupEpochs, progress);
        if (progress.step() < warmup) {
            return Ramp.factor(warmupStart, warmup, progress);
        }
        long rest = progress.totalSteps() - warmup;
        double done = (double) (progress.step() - warmup) / rest;
        return Annealing.cosine(1, floor, rest > 0 ? Math.min(1, done) : 1);
    }
}
