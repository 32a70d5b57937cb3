package fovea.app.chart;

import javafx.scene.paint.Color;

import java.util.List;
import java.util.Optional;

/// All that a picture of curves is made of; safe to read from any thread.
///
/// @param zoom the stretch of the horizontal axis to show; all of it if empty
record Drawing(
        List<Line> lines,
        HorizontalAxis axis,
        VerticalScale scale,
        double smoothing,
        Optional<Extent> zoom,
        Canvas canvas) {
    Drawing {
        lines = List.copyOf(lines);
    }

    record Line(Points points, LineLook look, Color color) {}

    /// The size in pixels of the screen, and how many of them make up one pixel of the layout.
    record Canvas(int width, int height, double density) {}
}
