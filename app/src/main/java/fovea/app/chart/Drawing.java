package fovea.app.chart;

import javafx.scene.paint.Color;

import java.util.List;
import java.util.Optional;

/// All that a picture of curves is made of; safe to read from any thread.
///
/// @param reach what else the horizontal axis must reach, so that charts of a run agree
/// @param zoom the stretch of the horizontal axis to show; all of it if empty
record Drawing(
        List<Line> lines,
        List<Points> reach,
        HorizontalAxis axis,
        VerticalScale scale,
        double smoothing,
        Optional<Extent> zoom,
        Canvas canvas) {
    Drawing {
        lines = List.copyOf(lines);
        reach = List.copyOf(reach);
    }

    record Line(Points points, LineLook look, Color color) {}

    /// The size of the plot in pixels of the screen, and how many of them make up one pixel of the
    /// layout.
    record Canvas(int width, int height, double density) {
        /// Room around the plot for dots at its edge, in pixels of the layout.
        static final int EDGE = 4;

        /// The room around the plot in pixels of the screen.
        int edge() {
            return (int) Math.ceil(EDGE * density);
        }

        int fullWidth() {
            return width + 2 * edge();
        }

        int fullHeight() {
            return height + 2 * edge();
        }
    }
}
