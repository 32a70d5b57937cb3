package fovea.optimization;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;

import java.util.OptionalInt;

/// A linear rise in front of any schedule. The schedule runs from the first step on and is
/// multiplied by the rise, so that its milestones keep their epochs.
@Help("Rises linearly over the first epochs (Goyal et al., 2017), on top of another schedule")
public record Warmup(
        @Help("Epochs of linear rise; parts of an epoch count")
                @Default("1")
                @Range(min = 0, max = 100000)
                double epochs,
        @Help("Where the rise starts, as a share of the learning rate")
                @Default("0.01")
                @Range(min = 0, max = 1)
                double start,
        @Help("The schedule that the rise multiplies") @Default("{type: constant}") Schedule then)
        implements Schedule {
    @Override
    public double factor(Progress progress) {
        long steps = Ramp.steps(epochs, progress);
        return Ramp.factor(start, steps, progress) * then.factor(progress);
    }

    @Override
    public OptionalInt plateauPatience() {
        return then.plateauPatience();
    }
}
