package fovea.app.chart;

import fovea.app.theme.Palette;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

import java.util.ArrayList;
import java.util.List;

/// Draws the cross-hair with its values, and the stretch being chosen.
final class CursorPainter {
    private static final double LINE_HEIGHT = 16;
    private static final double PADDING = 8;
    private static final double DOT = 7;
    private static final double OFFSET = 10;

    private final GraphicsContext graphics;
    private final Plot plot;
    private final Palette palette;

    CursorPainter(GraphicsContext graphics, Plot plot, Palette palette) {
        this.graphics = graphics;
        this.plot = plot;
        this.palette = palette;
        graphics.setFont(AxesPainter.FONT);
        graphics.setLineWidth(1);
    }

    /// A value under the cross-hair.
    record Reading(String name, double place, double value, Color color) {}

    void paintSelection(double from, double to) {
        Color ink = palette.text();
        graphics.setFill(ink.deriveColor(0, 1, 1, 0.12));
        graphics.fillRect(
                Math.min(from, to),
                plot.area().getMinY(),
                Math.abs(to - from),
                plot.area().getHeight());
    }

    void paint(double place, String title, List<Reading> readings) {
        double x = AxesPainter.crisp(plot.x(place));
        graphics.setStroke(palette.mutedText());
        graphics.strokeLine(x, plot.area().getMinY(), x, plot.area().getMaxY());
        for (Reading reading : readings) {
            double y = plot.y(reading.value());
            if (plot.shows(reading.place())
                    && plot.vertical().contains(plot.scale().forward(reading.value()))) {
                graphics.setFill(palette.ground());
                graphics.fillOval(
                        plot.x(reading.place()) - DOT / 2 - 1, y - DOT / 2 - 1, DOT + 2, DOT + 2);
                graphics.setFill(reading.color());
                graphics.fillOval(plot.x(reading.place()) - DOT / 2, y - DOT / 2, DOT, DOT);
            }
        }
        box(x, title, readings);
    }

    private void box(double x, String title, List<Reading> readings) {
        List<String> values = new ArrayList<>();
        double width = width(title);
        for (Reading reading : readings) {
            String value = Ticks.precise(reading.value());
            values.add(value);
            width = Math.max(width, width(reading.name()) + 2 * PADDING + width(value));
        }
        width += 2 * PADDING;
        double height = (readings.size() + 1) * LINE_HEIGHT + PADDING;
        boolean right = x + OFFSET + width < plot.area().getMaxX();
        double left = right ? x + OFFSET : x - OFFSET - width;
        double top = plot.area().getMinY() + 4;
        graphics.setFill(palette.ground().deriveColor(0, 1, 1, 0.93));
        graphics.fillRoundRect(left, top, width, height, 6, 6);
        graphics.setStroke(palette.line());
        graphics.strokeRoundRect(left + 0.5, top + 0.5, width, height, 6, 6);
        graphics.setTextBaseline(VPos.CENTER);
        line(title, palette.mutedText(), left + PADDING, top + PADDING / 2 + LINE_HEIGHT / 2);
        for (int i = 0; i < values.size(); i++) {
            double y = top + PADDING / 2 + LINE_HEIGHT * (i + 1.5);
            line(readings.get(i).name(), readings.get(i).color(), left + PADDING, y);
            graphics.setTextAlign(TextAlignment.RIGHT);
            graphics.setFill(palette.text());
            graphics.fillText(values.get(i), left + width - PADDING, y);
        }
    }

    private void line(String text, Color color, double x, double y) {
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setFill(color);
        graphics.fillText(text, x, y);
    }

    private static double width(String text) {
        Text measure = new Text(text);
        measure.setFont(AxesPainter.FONT);
        return Math.ceil(measure.getLayoutBounds().getWidth());
    }
}
