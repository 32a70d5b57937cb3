package fovea.app.chart;

/// How values become heights.
public enum VerticalScale {
    LINEAR,
    /// Equal ratios have equal heights; values of 0 and below cannot be shown.
    LOGARITHMIC;

    boolean shows(double value) {
        return switch (this) {
            case LINEAR -> Double.isFinite(value);
            case LOGARITHMIC -> Double.isFinite(value) && value > 0;
        };
    }

    /// The value on a scale where equal distances look equal.
    double forward(double value) {
        return switch (this) {
            case LINEAR -> value;
            case LOGARITHMIC -> Math.log10(value);
        };
    }

    double back(double position) {
        return switch (this) {
            case LINEAR -> position;
            case LOGARITHMIC -> Math.pow(10, position);
        };
    }
}
