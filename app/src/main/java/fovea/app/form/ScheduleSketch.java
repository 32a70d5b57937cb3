package fovea.app.form;

import fovea.app.chart.ChartInks;
import fovea.app.text.Texts;
import fovea.app.theme.Palette;
import fovea.app.theme.Theme;
import fovea.experiment.Experiment;
import fovea.optimization.Schedules;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import javafx.util.Subscription;

import java.util.Arrays;
import java.util.Optional;

/// A small drawing of the learning rate over a run.
public final class ScheduleSketch extends Region {
    private static final double HEIGHT = 64;
    private static final double WORDS = 14;

    /// The shape hardly depends on it; the real number is known once the data is open.
    private static final int STEPS_PER_EPOCH = 100;

    private static final int MOST_EPOCHS = 1000;

    private final Canvas canvas = new Canvas();
    private final Texts texts;
    private final Theme theme;
    private final Subscription following;
    private Optional<Experiment> experiment = Optional.empty();

    public ScheduleSketch(Texts texts, Theme theme) {
        this.texts = texts;
        this.theme = theme;
        getStyleClass().add("schedule-sketch");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        getChildren().add(canvas);
        following =
                theme.appearance()
                        .subscribe(() -> paint())
                        .and(texts.language().subscribe(() -> paint()));
    }

    /// Follows look and language no longer.
    void close() {
        following.unsubscribe();
    }

    public void show(Experiment shown) {
        experiment = Optional.of(shown);
        paint();
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            paint();
        }
    }

    private void paint() {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        experiment
                .filter(shown -> canvas.getWidth() > 0)
                .ifPresent(shown -> paint(graphics, shown));
    }

    private void paint(GraphicsContext graphics, Experiment shown) {
        int epochs = Math.min(shown.training().epochs(), MOST_EPOCHS);
        double[] rates =
                Schedules.curve(shown.schedule(), shown.optimizer().lr(), STEPS_PER_EPOCH, epochs);
        double top = Math.max(Arrays.stream(rates).max().orElse(0), Double.MIN_NORMAL);
        double bottom = canvas.getHeight() - WORDS;
        Palette palette = Palette.of(theme.appearance().get());
        graphics.setStroke(palette.line());
        graphics.setLineWidth(1);
        graphics.strokeLine(0, bottom + 0.5, canvas.getWidth(), bottom + 0.5);
        graphics.setStroke(ChartInks.of(2, theme.appearance().get()));
        graphics.setLineWidth(1.6);
        graphics.beginPath();
        int columns = (int) canvas.getWidth();
        for (int x = 0; x <= columns; x++) {
            int step = (int) Math.min(rates.length - 1L, (long) rates.length * x / columns);
            double y = bottom - rates[step] / top * (bottom - WORDS - 2);
            if (x == 0) {
                graphics.moveTo(x, y);
            } else {
                graphics.lineTo(x, y);
            }
        }
        graphics.stroke();
        words(graphics, palette, Numbers.text(top));
    }

    private void words(GraphicsContext graphics, Palette palette, String top) {
        graphics.setFont(Font.font("Inter", 11));
        graphics.setFill(palette.mutedText());
        graphics.setTextBaseline(VPos.TOP);
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.fillText(texts.format("form.sketch.top", top), canvas.getWidth(), 0);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.BOTTOM);
        graphics.fillText(texts.text("form.sketch.start"), 0, canvas.getHeight());
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.fillText(texts.text("form.sketch.end"), canvas.getWidth(), canvas.getHeight());
    }
}
