package fovea.app.form;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;

/// Numbers as people type them.
final class Numbers {
    private static final double LARGE = 1e7;

    private Numbers() {}

    static String text(double value) {
        if (value == Math.rint(value) && Math.abs(value) < LARGE) {
            return Long.toString((long) value);
        }
        return Math.abs(value) >= LARGE
                ? String.format(Locale.ROOT, "%.0e", value).replace("e+0", "e").replace("e+", "e")
                : new BigDecimal(value)
                        .round(new MathContext(4))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    static Optional<Double> parse(String text) {
        try {
            return Optional.of(Double.valueOf(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
