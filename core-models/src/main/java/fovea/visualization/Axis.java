package fovea.visualization;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Maps values onto a length and finds round numbers to write beside it.
record Axis(double low, double high, double from, double to) {
    /// An axis over values that may all be equal.
    static Axis over(double low, double high, double from, double to) {
        if (high > low) {
            return new Axis(low, high, from, to);
        }
        double margin = low == 0 ? 1 : Math.abs(low) / 10;
        return new Axis(low - margin, low + margin, from, to);
    }

    double place(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    /// Multiples of 1, 2 or 5 times a power of ten, about `count` of them.
    List<Double> ticks(int count) {
        double step = step(count);
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    private double step(int count) {
        double rough = (high - low) / count;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double lead = rough / power;
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }

    /// A tick as text, with as many decimals as the ticks need.
    String label(double tick, int count) {
        double step = step(count);
        if (step < 1e-4 || Math.abs(tick) >= 1e6) {
            return tick == 0 ? "0" : String.format(Locale.ROOT, "%.0e", tick).replace("e-0", "e-");
        }
        int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
        return String.format(Locale.ROOT, "%." + decimals + "f", tick);
    }
}
