package fovea.app.chart;

/// What the horizontal axis counts.
public enum HorizontalAxis {
    /// Updates of the weights.
    STEP,
    /// Passes over the training samples, with fractions.
    EPOCH,
    /// Minutes since the run began.
    TIME;

    /// The place of a point on this axis.
    double of(Points points, int index) {
        return switch (this) {
            case STEP -> points.step(index);
            case EPOCH -> points.epoch(index);
            case TIME -> points.minute(index);
        };
    }
}
