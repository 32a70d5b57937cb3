package fovea.app.chart;

import java.util.Arrays;

/// A line as it was painted: places on the horizontal axis, not decreasing, and values. Points that
/// the scale cannot show are left out.
final class PaintedLine {
    private final double[] xs;
    private final double[] raw;
    private final double[] values;
    private final boolean smoothed;

    private PaintedLine(double[] xs, double[] raw, double[] values, boolean smoothed) {
        this.xs = xs;
        this.raw = raw;
        this.values = values;
        this.smoothed = smoothed;
    }

    double[] xs() {
        return xs;
    }

    /// The values before smoothing, the same array if there is none.
    double[] raw() {
        return raw;
    }

    double[] values() {
        return values;
    }

    static PaintedLine of(Drawing.Line line, Drawing drawing) {
        Points points = line.points();
        double[] xs = new double[points.size()];
        double[] raw = new double[points.size()];
        int count = 0;
        for (int i = 0; i < points.size(); i++) {
            if (drawing.scale().shows(points.value(i))) {
                xs[count] = drawing.axis().of(points, i);
                raw[count] = points.value(i);
                count++;
            }
        }
        xs = Arrays.copyOf(xs, count);
        raw = Arrays.copyOf(raw, count);
        boolean smooth = line.look() == LineLook.SMOOTHED && drawing.smoothing() > 0;
        double[] values = smooth ? Smoothing.smooth(raw, drawing.smoothing()) : raw;
        return new PaintedLine(xs, raw, values, smooth);
    }

    boolean smoothed() {
        return smoothed;
    }

    int size() {
        return xs.length;
    }

    /// The point nearest to a place; -1 if there is none.
    int nearest(double x) {
        if (xs.length == 0) {
            return -1;
        }
        int found = Arrays.binarySearch(xs, x);
        int right = found >= 0 ? found : Math.min(-found - 1, xs.length - 1);
        int left = Math.max(0, right - 1);
        return x - xs[left] < xs[right] - x ? left : right;
    }
}
