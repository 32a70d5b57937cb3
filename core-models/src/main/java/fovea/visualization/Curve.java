package fovea.visualization;

import java.util.ArrayList;
import java.util.List;

/// A named line of a chart, its points ordered by x.
public record Curve(String name, List<Point> points) {
    /// One point; y is NaN where there is no value.
    public record Point(double x, double y) {}

    public Curve {
        points = List.copyOf(points);
    }

    /// The curve as an exponential average that is debiased, so that it starts at the first value
    /// and not at 0. Values that are not finite are left as they are and do not count.
    ///
    /// @param weight of the past, 0…1: 0 leaves the curve as it is, 1 is the mean of all so far
    public Curve smoothed(double weight) {
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("smoothing must be within 0…1: " + weight);
        }
        List<Point> result = new ArrayList<>(points.size());
        double sum = 0;
        double weights = 0;
        for (Point point : points) {
            if (Double.isFinite(point.y())) {
                sum = weight * sum + point.y();
                weights = weight * weights + 1;
                result.add(new Point(point.x(), sum / weights));
            } else {
                result.add(point);
            }
        }
        return new Curve(name, result);
    }

    /// A curve of at most about `count` points that looks the same when drawn: of each group of
    /// neighbours the lowest and the highest, and the first and last point of all.
    public Curve thinned(int count) {
        if (count < 4) {
            throw new IllegalArgumentException("a curve needs at least 4 points: " + count);
        }
        if (points.size() <= count) {
            return this;
        }
        List<Point> result = new ArrayList<>();
        result.add(points.getFirst());
        int groups = (count - 2) / 2;
        int inner = points.size() - 2;
        for (int group = 0; group < groups; group++) {
            int from = 1 + (int) ((long) inner * group / groups);
            int to = 1 + (int) ((long) inner * (group + 1) / groups);
            addExtremes(points.subList(from, to), result);
        }
        result.add(points.getLast());
        return new Curve(name, result);
    }

    private static void addExtremes(List<Point> group, List<Point> result) {
        int lowest = 0;
        int highest = 0;
        for (int i = 1; i < group.size(); i++) {
            lowest = group.get(i).y() < group.get(lowest).y() ? i : lowest;
            highest = group.get(i).y() > group.get(highest).y() ? i : highest;
        }
        result.add(group.get(Math.min(lowest, highest)));
        if (lowest != highest) {
            result.add(group.get(Math.max(lowest, highest)));
        }
    }
}
