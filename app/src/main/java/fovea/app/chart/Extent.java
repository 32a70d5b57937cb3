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

    /// Longer or shorter by a factor, with the same value at the same share, and not beyond `most`.
    Extent scaled(double factor, double around, Extent most) {
        double length = Math.min(length() * factor, most.length());
        double from = Math.clamp(around - share(around) * length, most.low(), most.high() - length);
        return new Extent(from, from + length);
    }

    double length() {
        return high - low;
    }
}
