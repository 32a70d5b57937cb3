package fovea.optimization;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;

import java.util.OptionalInt;

/// Lowers the learning rate when the primary metric stalls; [PlateauCounter] says when it has.
@Help("The learning rate drops whenever the primary metric stops improving")
public record Plateau(
        @Help("What the learning rate is multiplied by at each drop")
                @Default("0.1")
                @Range(min = 0, max = 1)
                double factor,
        @Help("Validations in a row without improvement that cause a drop")
                @Default("5")
                @Range(min = 1, max = 100000)
                int patience,
        @Help("Where the drops end, as a share of the learning rate")
                @Default("0")
                @Range(min = 0, max = 1)
                double floor)
        implements Schedule {
    @Override
    public double factor(Progress progress) {
        return Math.max(floor, Math.pow(factor, progress.plateaus()));
    }

    @Override
    public OptionalInt plateauPatience() {
        return OptionalInt.of(patience);
    }
}
