package fovea.app.chart;

import fovea.app.theme.Palette;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

import java.util.List;
import java.util.function.DoubleFunction;

/// Draws the words and thin lines around the curves.
final class AxesPainter {
    static final Font FONT = Font.font("Inter", 11);
    private static final double PIXELS_BETWEEN_ROWS = 36;
    private static final double PIXELS_BETWEEN_COLUMNS = 60;
    private static final double LINE_HEIGHT = 15;
    private static final double GAP = 6;

    private final GraphicsContext graphics;
    private final Plot plot;
    private final Palette palette;

    AxesPainter(GraphicsContext graphics, Plot plot, Palette palette) {
        this.graphics = graphics;
        this.plot = plot;
        this.palette = palette;
        graphics.setFont(FONT);
        graphics.setLineWidth(1);
    }

    /// A label at a line's end.
    record End(String name, double value, Color color) {}

    void paint(String axisName, List<End> ends) {
        rows();
        columns();
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setFill(palette.mutedText());
        graphics.fillText(axisName, plot.area().getMaxX() + 3 * GAP, plot.area().getMaxY() + 12);
        ends(ends);
    }

    private void rows() {
        int count = (int) (plot.area().getHeight() / PIXELS_BETWEEN_ROWS);
        List<Double> ticks =
                switch (plot.scale()) {
                    case LINEAR -> Ticks.linear(plot.vertical(), count);
                    case LOGARITHMIC -> Ticks.logarithmic(plot.vertical(), count);
                };
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.setTextBaseline(VPos.CENTER);
        for (double tick : ticks) {
            double y = crisp(plot.y(tick));
            graphics.setStroke(palette.line());
            graphics.strokeLine(plot.area().getMinX(), y, plot.area().getMaxX(), y);
            graphics.setFill(palette.mutedText());
            graphics.fillText(Ticks.label(tick), plot.area().getMinX() - GAP, y);
        }
    }

    private void columns() {
        int count = (int) (plot.area().getWidth() / PIXELS_BETWEEN_COLUMNS);
        double y = plot.area().getMaxY();
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setStroke(palette.mutedText());
        graphics.strokeLine(plot.area().getMinX(), crisp(y), plot.area().getMaxX(), crisp(y));
        for (double tick : Ticks.linear(plot.horizontal(), count)) {
            double x = crisp(plot.x(tick));
            graphics.strokeLine(x, crisp(y), x, crisp(y) + 3);
            graphics.setFill(palette.mutedText());
            graphics.fillText(Ticks.label(tick), x, y + 12);
        }
    }

    private void ends(List<End> ends) {
        DoubleFunction<Double> height =
                value -> Math.clamp(plot.y(value), plot.area().getMinY(), plot.area().getMaxY());
        double[] wanted = ends.stream().mapToDouble(end -> height.apply(end.value())).toArray();
        Extent room = new Extent(plot.area().getMinY(), plot.area().getMaxY() - GAP);
        double[] placed = EndLabels.spread(wanted, LINE_HEIGHT, room);
        graphics.setTextAlign(TextAlignment.LEFT);
        for (int i = 0; i < placed.length; i++) {
            End end = ends.get(i);
            graphics.setFill(end.color());
            graphics.fillText(
                    end.name() + " " + Ticks.precise(end.value()),
                    plot.area().getMaxX() + GAP,
                    placed[i]);
        }
    }

    /// Lines of one pixel are sharp between pixels.
    static double crisp(double place) {
        return Math.floor(place) + 0.5;
    }
}
