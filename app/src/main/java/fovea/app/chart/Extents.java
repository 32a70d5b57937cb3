package fovea.app.chart;

import java.util.Arrays;
import java.util.List;

/// Finds how far the axes reach.
final class Extents {
    private static final double MARGIN = 0.06;
    private static final double OUTLIERS = 0.01;

    private Extents() {}

    /// From the first to the last point.
    static Extent horizontal(List<PaintedLine> lines, Drawing drawing) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (PaintedLine line : lines) {
            if (line.size() > 0) {
                low = Math.min(low, line.xs()[0]);
                high = Math.max(high, line.xs()[line.size() - 1]);
            }
        }
        for (Points points : drawing.reach()) {
            if (points.size() > 0) {
                low = Math.min(low, drawing.axis().of(points, 0));
                high = Math.max(high, drawing.axis().of(points, points.size() - 1));
            }
        }
        if (low > high) {
            return new Extent(0, 1);
        }
        return low == high ? new Extent(low - 0.5, high + 0.5) : new Extent(low, high);
    }

    /// On the scale, around the points within the horizontal extent. Of lines that are smoothed the
    /// most extreme hundredth of the values at each end may lie outside, so that one bad batch does
    /// not flatten the rest.
    static Extent vertical(List<PaintedLine> lines, Extent horizontal, VerticalScale scale) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (PaintedLine line : lines) {
            double[] seen = within(line, line.values(), horizontal);
            if (seen.length > 0) {
                double[] sorted = within(line, line.raw(), horizontal);
                Arrays.sort(sorted);
                int cut = line.smoothed() ? (int) (OUTLIERS * sorted.length) : 0;
                double first = seen[0];
                double last = seen[seen.length - 1];
                low = Math.min(low, Math.min(sorted[cut], Math.min(first, last)));
                double top = sorted[sorted.length - 1 - cut];
                high = Math.max(high, Math.max(top, Math.max(first, last)));
            }
        }
        return low > high ? new Extent(0, 1) : padded(scale.forward(low), scale.forward(high));
    }

    private static Extent padded(double low, double high) {
        double margin = high > low ? MARGIN * (high - low) : Math.max(1e-9, Math.abs(high) * 0.1);
        return new Extent(low - margin, high + margin);
    }

    private static double[] within(PaintedLine line, double[] values, Extent extent) {
        int from = firstAtLeast(line.xs(), extent.low());
        int to = firstAtLeast(line.xs(), Math.nextUp(extent.high()));
        return Arrays.copyOfRange(values, from, to);
    }

    private static int firstAtLeast(double[] xs, double x) {
        int low = 0;
        int high = xs.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (xs[middle] < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
