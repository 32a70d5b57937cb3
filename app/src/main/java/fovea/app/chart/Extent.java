package fovea.app.chart;

/// A stretch of an axis, `low` below `high`.
public record Extent(double low, double high) {
    /// The place of a value, 0 at the low end, 1 at the high end.
    double share(double value) {
        return (value - low) / (high - low);
    }

    double at(double share) {
        return low + share * (high - low);
    }

    boolean contains(double value) {
        return value >= low && value <= high;
    }

    double length() {
        return high - low;
    }
}
