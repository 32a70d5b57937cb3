package fovea.app.chart;

import javafx.geometry.Rectangle2D;

/// Where curves lie within a chart, and what place stands for what value.
///
/// @param area in the chart's coordinates
record Plot(Rectangle2D area, Extent horizontal, Extent vertical, VerticalScale scale) {
    private static final double LEFT = 44;
    private static final double RIGHT = 116;
    private static final double TOP = 30;
    private static final double BOTTOM = 22;

    /// The area that a chart of some size leaves for curves; charts of one width have the same.
    static Rectangle2D area(double width, double height) {
        return new Rectangle2D(
                LEFT,
                TOP,
                Math.max(1, Math.floor(width - LEFT - RIGHT)),
                Math.max(1, Math.floor(height - TOP - BOTTOM)));
    }

    double x(double place) {
        return area.getMinX() + horizontal.share(place) * area.getWidth();
    }

    double y(double value) {
        return area.getMaxY() - vertical.share(scale.forward(value)) * area.getHeight();
    }

    /// The place on the horizontal axis under a pixel, kept within the plot.
    double placeAt(double x) {
        double share = (x - area.getMinX()) / area.getWidth();
        return horizontal.at(Math.clamp(share, 0, 1));
    }

    boolean shows(double place) {
        return horizontal.contains(place);
    }
}
