package fovea.visualization;

import static fovea.visualization.Html.number;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A chart as SVG: thin lines, names at the lines' ends, the raw curve faint behind the smoothed.
final class LineChart {
    /// Widths in pixels: one of two in a row, or alone.
    static final int HALF = 520;

    static final int WHOLE = 1070;

    private static final int HEIGHT = 230;
    private static final int LEFT = 46;
    private static final int RIGHT = 112;
    private static final int TOP = 10;
    private static final int BOTTOM = 34;
    private static final int Y_TICKS = 4;
    private static final int X_TICKS = 6;
    private static final int LABEL_HEIGHT = 28;

    /// Finer than the drawing can show.
    private static final int MOST_POINTS = 800;

    /// Curves with fewer points, such as one an epoch, are shown as they are.
    private static final int SMOOTHED_FROM = 40;

    private final Chart chart;
    private final int width;
    private final List<Curve> curves;
    private final Axis x;
    private final Axis y;

    private LineChart(Chart chart, int width) {
        this.chart = chart;
        this.width = width;
        this.curves =
                chart.curves().stream().map(LineChart::finite).filter(LineChart::any).toList();
        double lowX = all().map(Curve.Point::x).reduce(Math::min).orElse(0.0);
        double highX = all().map(Curve.Point::x).reduce(Math::max).orElse(1.0);
        double lowY = all().map(Curve.Point::y).reduce(Math::min).orElse(0.0);
        double highY = all().map(Curve.Point::y).reduce(Math::max).orElse(1.0);
        double margin = (highY - lowY) * 0.04;
        this.x = Axis.over(lowX, highX, LEFT, width - RIGHT);
        this.y = Axis.over(lowY - margin, highY + margin, HEIGHT - BOTTOM, TOP);
    }

    static String svg(Chart chart, int width) {
        return new LineChart(chart, width).svg();
    }

    private static Curve finite(Curve curve) {
        return new Curve(
                curve.name(),
                curve.points().stream()
                        .filter(p -> Double.isFinite(p.x()) && Double.isFinite(p.y()))
                        .toList());
    }

    private static boolean any(Curve curve) {
        return !curve.points().isEmpty();
    }

    private java.util.stream.Stream<Curve.Point> all() {
        return curves.stream().flatMap(curve -> curve.points().stream());
    }

    private String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg viewBox=\"0 0 %s %s\" role=\"img\" aria-label=\"%s\">"
                        .formatted(width, HEIGHT, Html.escape(chart.title())));
        grid(svg);
        for (int i = 0; i < curves.size(); i++) {
            curve(svg, i);
        }
        labels(svg);
        return svg.append("</svg>").toString();
    }

    private void grid(StringBuilder svg) {
        for (double tick : y.ticks(Y_TICKS)) {
            String at = number(y.place(tick));
            svg.append(
                    "<line class=\"grid\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>"
                            .formatted(LEFT, width - RIGHT, at, at));
            text(svg, "tick end", LEFT - 8, y.place(tick) + 4, y.label(tick, Y_TICKS));
        }
        for (double tick : x.ticks(X_TICKS)) {
            text(svg, "tick middle", x.place(tick), HEIGHT - BOTTOM + 16, x.label(tick, X_TICKS));
        }
        text(
                svg,
                "tick middle",
                (LEFT + width - RIGHT) / 2.0,
                HEIGHT - 3,
                Html.escape(chart.xLabel()));
        if (curves.isEmpty()) {
            text(svg, "tick middle", (LEFT + width - RIGHT) / 2.0, HEIGHT / 2.0, "no values");
        }
    }

    private void curve(StringBuilder svg, int index) {
        Curve raw = curves.get(index);
        Curve shown = shown(raw);
        if (!shown.equals(raw)) {
            line(svg, raw, "raw s" + index % 4);
        }
        line(svg, shown, "line s" + index % 4);
        if (raw.points().size() < SMOOTHED_FROM) {
            for (Curve.Point point : raw.points()) {
                svg.append(
                        "<circle class=\"dot s%s\" cx=\"%s\" cy=\"%s\" r=\"2\"/>"
                                .formatted(
                                        index % 4,
                                        number(x.place(point.x())),
                                        number(y.place(point.y()))));
            }
        }
    }

    private Curve shown(Curve raw) {
        return raw.points().size() < SMOOTHED_FROM || chart.smoothing() == 0
                ? raw
                : raw.smoothed(chart.smoothing());
    }

    private void line(StringBuilder svg, Curve curve, String style) {
        String points =
                curve.thinned(MOST_POINTS).points().stream()
                        .map(p -> number(x.place(p.x())) + "," + number(y.place(p.y())))
                        .collect(Collectors.joining(" "));
        svg.append("<polyline class=\"%s\" points=\"%s\"/>".formatted(style, points));
    }

    /// Names and last values right of the last points, moved apart where they would overlap.
    private void labels(StringBuilder svg) {
        List<Integer> order =
                IntStream.range(0, curves.size())
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> y.place(last(i))))
                        .toList();
        List<Double> places = new ArrayList<>();
        double free = TOP + 10;
        for (int index : order) {
            double place = Math.max(free, y.place(last(index)));
            places.add(place);
            free = place + LABEL_HEIGHT;
        }
        double excess = Math.max(0, free - LABEL_HEIGHT - (HEIGHT - BOTTOM - 12));
        for (int i = 0; i < order.size(); i++) {
            int index = order.get(i);
            double place = places.get(i) - excess;
            String style = "label s" + index % 4;
            text(svg, style, width - RIGHT + 10, place, Html.escape(cut(curves.get(index).name())));
            text(svg, "value", width - RIGHT + 10, place + 13, Html.reading(last(index)));
        }
    }

    private double last(int index) {
        return shown(curves.get(index)).points().getLast().y();
    }

    private static String cut(String name) {
        return name.length() <= 16 ? name : name.substring(0, 15) + "…";
    }

    private static void text(StringBuilder svg, String style, double x, double y, String text) {
        svg.append(
                "<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>"
                        .formatted(style, number(x), number(y), text));
    }
}
