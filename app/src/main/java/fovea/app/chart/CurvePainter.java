package fovea.app.chart;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.SamplingXYLineRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;

/// Draws curves into memory, away from the window's thread. JFreeChart draws the lines, of which it
/// keeps at most four points a column of pixels; axes and words are the window's. Used by one
/// thread at a time.
final class CurvePainter {
    private static final double FAINT = 0.25;
    private static final float LINE = 1.6f;
    private static final float FAINT_LINE = 1f;
    private static final double DOT = 5;

    private BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB_PRE);

    Picture paint(Drawing drawing) {
        List<PaintedLine> lines =
                drawing.lines().stream().map(line -> PaintedLine.of(line, drawing)).toList();
        Extent horizontal = drawing.zoom().orElseGet(() -> Extents.horizontal(lines, drawing));
        Extent vertical = Extents.vertical(lines, horizontal, drawing.scale());
        XYPlot plot =
                plot(
                        widened(horizontal, drawing.canvas().width(), drawing),
                        widened(vertical, drawing.canvas().height(), drawing));
        for (int i = 0; i < lines.size(); i++) {
            addLine(plot, lines.get(i), drawing.lines().get(i), drawing);
        }
        return new Picture(drawing, draw(plot, drawing), lines, horizontal, vertical);
    }

    private static void addLine(XYPlot plot, PaintedLine line, Drawing.Line spec, Drawing drawing) {
        Color color = awt(spec, 1);
        double density = drawing.canvas().density();
        if (line.smoothed()) {
            LineData raw = new LineData(line.xs(), line.raw(), drawing.scale());
            add(
                    plot,
                    raw,
                    style(new SamplingXYLineRenderer(), awt(spec, FAINT), FAINT_LINE, density));
        }
        XYItemRenderer renderer =
                switch (spec.look()) {
                    case SMOOTHED, PLAIN -> new SamplingXYLineRenderer();
                    case DOTTED -> dots(density);
                };
        LineData data = new LineData(line.xs(), line.values(), drawing.scale());
        add(plot, data, style(renderer, color, LINE, density));
    }

    private static XYItemRenderer dots(double density) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
        double size = DOT * density;
        renderer.setSeriesShape(0, new Ellipse2D.Double(-size / 2, -size / 2, size, size));
        renderer.setDrawSeriesLineAsPath(true);
        return renderer;
    }

    private static XYItemRenderer style(
            XYItemRenderer renderer, Color color, float width, double density) {
        renderer.setSeriesPaint(0, color);
        renderer.setSeriesStroke(
                0,
                new BasicStroke(
                        (float) (width * density), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        return renderer;
    }

    private static void add(XYPlot plot, LineData data, XYItemRenderer renderer) {
        int index = plot.getDatasetCount();
        plot.setDataset(index, data);
        plot.setRenderer(index, renderer);
    }

    private static Extent widened(Extent extent, int pixels, Drawing drawing) {
        double edge = extent.length() * drawing.canvas().edge() / pixels;
        return new Extent(extent.low() - edge, extent.high() + edge);
    }

    private static XYPlot plot(Extent horizontal, Extent vertical) {
        XYPlot plot = new XYPlot(null, axis(horizontal), axis(vertical), null);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        return plot;
    }

    private static NumberAxis axis(Extent extent) {
        NumberAxis axis = new NumberAxis();
        axis.setAutoRange(false);
        axis.setRange(extent.low(), extent.high());
        axis.setVisible(false);
        // Finding a unit would measure words, for which a machine without a screen may lack fonts.
        axis.setAutoTickUnitSelection(false);
        axis.setTickUnit(new org.jfree.chart.axis.NumberTickUnit(extent.length()));
        return axis;
    }

    private int[] draw(XYPlot plot, Drawing drawing) {
        Drawing.Canvas size = drawing.canvas();
        if (image.getWidth() != size.fullWidth() || image.getHeight() != size.fullHeight()) {
            image =
                    new BufferedImage(
                            size.fullWidth(), size.fullHeight(), BufferedImage.TYPE_INT_ARGB_PRE);
        }
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        java.util.Arrays.fill(pixels, 0);
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        chart.draw(graphics, new Rectangle(0, 0, size.fullWidth(), size.fullHeight()));
        graphics.dispose();
        return pixels;
    }

    private static Color awt(Drawing.Line line, double opacity) {
        javafx.scene.paint.Color color = line.color();
        return new Color(
                (float) color.getRed(),
                (float) color.getGreen(),
                (float) color.getBlue(),
                (float) (color.getOpacity() * opacity));
    }
}
