package fovea.evaluation;

/// Which way a metric is better.
public enum Direction {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER;

    /// Whether a value beats another; nothing beats a value by being NaN.
    public boolean better(double candidate, double incumbent) {
        return switch (this) {
            case HIGHER_IS_BETTER ->
                    candidate > incumbent || (Double.isNaN(incumbent) && !Double.isNaN(candidate));
            case LOWER_IS_BETTER ->
                    candidate < incumbent || (Double.isNaN(incumbent) && !Double.isNaN(candidate));
        };
    }
}
