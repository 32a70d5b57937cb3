package fovea.optimization;

import fovea.evaluation.Direction;

import java.util.List;

/// How often a metric has stalled: a plateau is reached when `patience` values in a row were no
/// better than the best before them, and the count of the row starts again. NaN is never better.
/// Immutable; replaying the metric's history gives the same counter.
///
/// @param best the best value so far, infinitely bad before the first
/// @param row values since the last improvement or plateau
/// @param plateaus plateaus so far
public record PlateauCounter(
        int patience, Direction direction, double best, int row, int plateaus) {
    public PlateauCounter {
        if (patience < 1) {
            throw new IllegalArgumentException("patience must be at least 1");
        }
    }

    /// A counter that has seen no value.
    public static PlateauCounter start(int patience, Direction direction) {
        double worst =
                switch (direction) {
                    case HIGHER_IS_BETTER -> Double.NEGATIVE_INFINITY;
                    case LOWER_IS_BETTER -> Double.POSITIVE_INFINITY;
                };
        return new PlateauCounter(patience, direction, worst, 0, 0);
    }

    /// The counter after a further value.
    public PlateauCounter after(double value) {
        if (direction.better(value, best)) {
            return new PlateauCounter(patience, direction, value, 0, plateaus);
        }
        return row + 1 < patience
                ? new PlateauCounter(patience, direction, best, row + 1, plateaus)
                : new PlateauCounter(patience, direction, best, 0, plateaus + 1);
    }

    /// The counter after further values, oldest first.
    public PlateauCounter after(List<Double> values) {
        PlateauCounter counter = this;
        for (double value : values) {
            counter = counter.after(value);
        }
        return counter;
    }
}
