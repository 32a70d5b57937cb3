package fovea.optimization;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;

/// The 1cycle policy: half a cosine up to the optimiser's learning rate and a longer one down, far
/// below the start. The first step has the start, the last step of the run the end. Momentum stays
/// as it is.
@Help("Up to the learning rate and down again within the run (Smith and Topin, 2018)")
public record OneCycle(
        @Help("Share of the run after which the learning rate is highest")
                @Default("0.3")
                @Range(min = 0, max = 1)
                double peakAt,
        @Help("The highest learning rate over the first") @Default("25") @Range(min = 1, max = 1e9)
                double startDivisor,
        @Help("The first learning rate over the last") @Default("10000") @Range(min = 1, max = 1e12)
                double endDivisor)
        implements Schedule {
    @Override
    public double factor(Progress progress) {
        double start = 1 / startDivisor;
        double peak = peakAt * progress.totalSteps() - 1;
        long last = progress.totalSteps() - 1;
        long step = Math.min(progress.step(), last);
        if (step < peak) {
            return Annealing.cosine(start, 1, step / peak);
        }
        double from = Math.max(0, peak);
        return last <= from
                ? 1
                : Annealing.cosine(1, start / endDivisor, (step - from) / (last - from));
    }
}
