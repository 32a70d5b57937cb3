package fovea.classification;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Reads decimal numbers strictly: Java alone would also take `NaN`, `1d` and `0x1p3`.
final class Numbers {
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private Numbers() {}

    /// Empty if the text is not a finite number.
    static OptionalDouble parse(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(text);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
