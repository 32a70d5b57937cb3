package fovea.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Places of an axis worth a label: 1, 2 or 5 times a power of ten, or powers of ten.
final class Ticks {
    private static final double LARGE = 1e5;
    private static final double SMALL = 1e-3;

    private Ticks() {}

    /// At most about `count` round values within an extent.
    static List<Double> linear(Extent extent, int count) {
        double rough = extent.length() / Math.max(1, count);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double ratio = rough / power;
        double unit = power * (ratio <= 1 ? 1 : ratio <= 2 ? 2 : ratio <= 5 ? 5 : 10);
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(extent.low() / unit - 1e-9);
                i * unit <= extent.high() + unit * 1e-9;
                i++) {
            ticks.add(i * unit);
        }
        return ticks;
    }

    /// @param extent of base-10 logarithms
    /// @return values, not logarithms
    static List<Double> logarithmic(Extent extent, int count) {
        int first = (int) Math.floor(extent.low());
        int last = (int) Math.ceil(extent.high());
        int[] factors = last - first <= 2 ? new int[] {1, 2, 5} : new int[] {1};
        int stride = Math.max(1, (last - first) / Math.max(1, count));
        List<Double> ticks = new ArrayList<>();
        for (int power = first; power <= last; power += stride) {
            for (int factor : factors) {
                double value = factor * Math.pow(10, power);
                if (extent.contains(Math.log10(value))) {
                    ticks.add(value);
                }
            }
        }
        return ticks.size() >= 2 ? ticks : linearBetween(extent, count);
    }

    private static List<Double> linearBetween(Extent logarithms, int count) {
        return linear(
                        new Extent(Math.pow(10, logarithms.low()), Math.pow(10, logarithms.high())),
                        count)
                .stream()
                .filter(value -> value > 0)
                .toList();
    }

    /// Short: at most four significant digits, thousands as `k`.
    static String label(double value) {
        double size = Math.abs(value);
        if (size >= LARGE || (size > 0 && size < SMALL)) {
            String text = String.format(Locale.ROOT, "%.1e", value);
            return text.replace(".0e", "e")
                    .replaceFirst("e([+-])0*(\\d)", "e$1$2")
                    .replace("e+", "e");
        }
        String text = String.format(Locale.ROOT, size >= 100 ? "%.1f" : "%.4f", value);
        return text.replaceFirst("\\.?0+$", "");
    }

    /// A value to read off: four significant digits.
    static String precise(double value) {
        double size = Math.abs(value);
        if (size >= LARGE || (size > 0 && size < SMALL)) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        int digits = size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4;
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
