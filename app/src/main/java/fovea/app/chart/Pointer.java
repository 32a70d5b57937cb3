package fovea.app.chart;

import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/// Moves the shared cross-hair with the mouse, zooms by dragging and shows all after a double
/// click.
final class Pointer {
    private static final double LEAST_DRAG = 5;

    private final ChartOptions options;
    private final Supplier<Optional<Plot>> plot;
    private OptionalDouble pressed = OptionalDouble.empty();
    private double dragged;

    Pointer(Node chart, ChartOptions options, Supplier<Optional<Plot>> plot) {
        this.options = options;
        this.plot = plot;
        chart.setOnMouseMoved(this::move);
        chart.setOnMouseExited(event -> options.cursor().set(OptionalDouble.empty()));
        chart.setOnMousePressed(this::press);
        chart.setOnMouseDragged(this::drag);
        chart.setOnMouseReleased(this::release);
        chart.setOnMouseClicked(this::click);
    }

    /// The pixels between which the mouse was dragged so far.
    Optional<Extent> selection() {
        return pressed.isPresent() && Math.abs(dragged - pressed.getAsDouble()) >= LEAST_DRAG
                ? Optional.of(
                        new Extent(
                                Math.min(pressed.getAsDouble(), dragged),
                                Math.max(pressed.getAsDouble(), dragged)))
                : Optional.empty();
    }

    private void move(MouseEvent event) {
        plot.get()
                .ifPresent(
                        p -> {
                            boolean inside =
                                    p.area().contains(event.getX(), p.area().getMinY() + 1);
                            options.cursor()
                                    .set(
                                            inside
                                                    ? OptionalDouble.of(p.placeAt(event.getX()))
                                                    : OptionalDouble.empty());
                        });
    }

    private void press(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            pressed = OptionalDouble.of(event.getX());
            dragged = event.getX();
        }
    }

    private void drag(MouseEvent event) {
        plot.get()
                .filter(p -> pressed.isPresent())
                .ifPresent(
                        p -> {
                            dragged =
                                    Math.clamp(
                                            event.getX(), p.area().getMinX(), p.area().getMaxX());
                            options.cursor().set(OptionalDouble.of(p.placeAt(dragged)));
                        });
    }

    private void release(MouseEvent event) {
        Optional<Extent> chosen = selection();
        pressed = OptionalDouble.empty();
        plot.get()
                .ifPresent(
                        p ->
                                chosen.ifPresent(
                                        pixels ->
                                                options.zoom()
                                                        .set(Optional.of(stretch(p, pixels)))));
    }

    private static Extent stretch(Plot plot, Extent pixels) {
        return new Extent(plot.placeAt(pixels.low()), plot.placeAt(pixels.high()));
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            options.zoom().set(Optional.empty());
        }
    }
}
