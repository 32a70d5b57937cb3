package fovea.app.chart;

import java.util.List;

/// Painted curves.
final class Picture {
    private final Drawing drawing;
    private final int[] pixels;
    private final List<PaintedLine> lines;
    private final Extent horizontal;
    private final Extent vertical;

    Picture(
            Drawing drawing,
            int[] pixels,
            List<PaintedLine> lines,
            Extent horizontal,
            Extent vertical) {
        this.drawing = drawing;
        this.pixels = pixels;
        this.lines = lines;
        this.horizontal = horizontal;
        this.vertical = vertical;
    }

    Drawing drawing() {
        return drawing;
    }

    /// ARGB, premultiplied, rows from the top; good until the next painting begins.
    int[] pixels() {
        return pixels;
    }

    List<PaintedLine> lines() {
        return lines;
    }

    Extent horizontal() {
        return horizontal;
    }

    /// On the drawing's scale: logarithms if it is logarithmic.
    Extent vertical() {
        return vertical;
    }
}
