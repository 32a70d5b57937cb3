package fovea.app.chart;

import fovea.app.theme.Palette;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// A chart that follows growing traces. Curves are painted by the [ChartWorker], and only while the
/// chart is in sight.
public final class LiveChart extends Region {
    private final ChartTools tools;
    private final ObservableValue<VerticalScale> scale;
    private final CurvePainter painter = new CurvePainter();
    private final PictureBuffer curves = new PictureBuffer();
    private final Canvas axes = new Canvas();
    private final Canvas overlay = new Canvas();
    private final Label title = new Label();
    private final Pointer pointer;
    private List<ChartLine> lines = List.of();
    private List<Trace> reach = List.of();
    private List<ChartLine> paintedLines = List.of();
    private Optional<Picture> picture = Optional.empty();

    /// @param scale linear or logarithmic
    public LiveChart(
            ChartTools tools,
            ObservableValue<String> titleText,
            ObservableValue<VerticalScale> scale) {
        this.tools = tools;
        this.scale = scale;
        getStyleClass().add("live-chart");
        title.textProperty().bind(titleText);
        title.getStyleClass().add("chart-title");
        overlay.setMouseTransparent(true);
        axes.setMouseTransparent(true);
        getChildren().addAll(axes, curves.view(), overlay, title);
        pointer = new Pointer(this, tools.options(), this::plot);
        setOnScroll(this::wheel);
        follow();
    }

    /// What is shown from now on.
    ///
    /// @param others traces that the horizontal axis covers too, so that charts of a run agree
    public void lines(List<ChartLine> shown, List<Trace> others) {
        lines = List.copyOf(shown);
        reach = List.copyOf(others);
        refresh();
    }

    /// Points of all lines together.
    public int points() {
        return lines.stream().mapToInt(line -> line.trace().size()).sum();
    }

    /// Shows what the traces hold now.
    public void refresh() {
        if (getScene() != null && getWidth() >= 2 && getHeight() >= 2) {
            tools.worker().want(this);
        }
    }

    /// Shows a shorter or longer stretch of the horizontal axis, around the cross-hair or the
    /// middle.
    ///
    /// @param factor below 1 to come closer
    public void zoomBy(double factor) {
        picture.filter(p -> p.lines().stream().anyMatch(line -> line.size() > 1))
                .ifPresent(p -> zoomBy(factor, p));
    }

    private void zoomBy(double factor, Picture shown) {
        Extent all = Extents.horizontal(shown.lines(), shown.drawing());
        Extent now = tools.options().zoom().get().orElse(all);
        double around = tools.options().cursor().get().orElse(now.at(0.5));
        Extent next = now.scaled(factor, around, all);
        boolean whole = next.length() >= all.length();
        tools.options().zoom().set(whole ? Optional.empty() : Optional.of(next));
    }

    /// What there is to paint now: blocks while it paints, and returns what shows the picture.
    Supplier<Runnable> painting() {
        List<ChartLine> shown = lines;
        Drawing drawing = drawing(shown, Plot.area(getWidth(), getHeight()));
        return () -> {
            Picture painted = painter.paint(drawing);
            return () -> show(painted, shown);
        };
    }

    /// The picture in sight; empty before the first.
    Optional<Picture> painted() {
        return picture;
    }

    private void wheel(ScrollEvent event) {
        if (event.isShortcutDown() && event.getDeltaY() != 0) {
            zoomBy(event.getDeltaY() > 0 ? 0.8 : 1.25);
            event.consume();
        }
    }

    private void follow() {
        sceneProperty().subscribe(scene -> refresh());
        scale.subscribe(this::refresh);
        tools.options().smoothing().subscribe(this::refresh);
        tools.options().axis().subscribe(this::refresh);
        tools.options().zoom().subscribe(this::refresh);
        tools.options().cursor().subscribe(() -> paintOverlay());
        tools.theme().appearance().subscribe(this::refresh);
        tools.texts().language().subscribe(this::refresh);
    }

    private Drawing drawing(List<ChartLine> shown, Rectangle2D area) {
        double density = density();
        Drawing.Canvas canvas =
                new Drawing.Canvas(
                        (int) Math.ceil(area.getWidth() * density),
                        (int) Math.ceil(area.getHeight() * density),
                        density);
        List<Drawing.Line> specs =
                shown.stream()
                        .map(
                                line ->
                                        new Drawing.Line(
                                                line.trace().points(), line.look(), color(line)))
                        .toList();
        ChartOptions options = tools.options();
        return new Drawing(
                specs,
                reach.stream().map(Trace::points).toList(),
                options.axis().get(),
                scale.getValue(),
                options.smoothing().get(),
                options.zoom().get(),
                canvas);
    }

    private double density() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
    }

    private javafx.scene.paint.Color color(ChartLine line) {
        return ChartInks.of(line.hue(), tools.theme().appearance().get());
    }

    private void show(Picture painted, List<ChartLine> shown) {
        picture = Optional.of(painted);
        paintedLines = shown;
        curves.show(painted);
        placeCurves();
        paintAxes();
        paintOverlay();
    }

    private Optional<Plot> plot() {
        return picture.map(
                p ->
                        new Plot(
                                Plot.area(getWidth(), getHeight()),
                                p.horizontal(),
                                p.vertical(),
                                p.drawing().scale()));
    }

    private Palette palette() {
        return Palette.of(tools.theme().appearance().get());
    }

    private void paintAxes() {
        GraphicsContext graphics = clear(axes);
        List<AxesPainter.End> ends = ends();
        plot().ifPresent(
                        plot -> new AxesPainter(graphics, plot, palette()).paint(axisName(), ends));
        setAccessibleText(
                ends.stream()
                        .map(end -> end.name() + " " + Ticks.precise(end.value()))
                        .collect(Collectors.joining(", ", title.getText() + ": ", "")));
    }

    private String axisName() {
        return tools.texts().text(ChartControls.key(tools.options().axis().get()));
    }

    private List<AxesPainter.End> ends() {
        List<AxesPainter.End> ends = new ArrayList<>();
        for (int i = 0; i < paintedLines.size(); i++) {
            ChartLine line = paintedLines.get(i);
            double[] values = picture.orElseThrow().lines().get(i).values();
            if (values.length > 0) {
                ends.add(
                        new AxesPainter.End(
                                line.label().getValue(), values[values.length - 1], color(line)));
            }
        }
        return ends;
    }

    private void paintOverlay() {
        GraphicsContext graphics = clear(overlay);
        plot().ifPresent(plot -> paintCursor(new CursorPainter(graphics, plot, palette()), plot));
    }

    private void paintCursor(CursorPainter cursorPainter, Plot plot) {
        pointer.selection()
                .ifPresent(pixels -> cursorPainter.paintSelection(pixels.low(), pixels.high()));
        OptionalDouble cursor = tools.options().cursor().get();
        if (cursor.isPresent() && plot.shows(cursor.getAsDouble())) {
            List<CursorPainter.Reading> readings = readings(cursor.getAsDouble());
            String place = Ticks.precise(cursor.getAsDouble());
            if (!readings.isEmpty()) {
                cursorPainter.paint(cursor.getAsDouble(), axisName() + " " + place, readings);
            }
        }
    }

    private List<CursorPainter.Reading> readings(double place) {
        List<CursorPainter.Reading> readings = new ArrayList<>();
        for (int i = 0; i < paintedLines.size(); i++) {
            PaintedLine painted = picture.orElseThrow().lines().get(i);
            int nearest = painted.nearest(place);
            if (nearest >= 0) {
                ChartLine line = paintedLines.get(i);
                readings.add(
                        new CursorPainter.Reading(
                                line.label().getValue(),
                                painted.xs()[nearest],
                                painted.values()[nearest],
                                color(line)));
            }
        }
        return readings;
    }

    private static GraphicsContext clear(Canvas canvas) {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        return graphics;
    }

    private void placeCurves() {
        Rectangle2D area = Plot.area(getWidth(), getHeight());
        int edge = Drawing.Canvas.EDGE;
        curves.view().relocate(area.getMinX() - edge, area.getMinY() - edge);
        curves.view().setFitWidth(area.getWidth() + 2 * edge);
        curves.view().setFitHeight(area.getHeight() + 2 * edge);
    }

    @Override
    protected void layoutChildren() {
        title.resizeRelocate(0, 4, getWidth(), 20);
        if (axes.getWidth() != getWidth() || axes.getHeight() != getHeight()) {
            for (Canvas canvas : List.of(axes, overlay)) {
                canvas.setWidth(getWidth());
                canvas.setHeight(getHeight());
            }
            placeCurves();
            paintAxes();
            paintOverlay();
            refresh();
        }
    }
}
