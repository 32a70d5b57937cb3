package fovea.app.cli;

import fovea.training.TrainEvent;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Locale;

/// One bar over all steps, with the time left, and what matters most first, as terminals are
/// narrow: the last validation, the loss, the rate, the epoch.
final class BarConsole implements TrainConsole {
    private static final double SMOOTHING = 0.9;

    private @Nullable ProgressBar bar;
    private String primary = "";
    private String pace = "";
    private String lastValidation = "";
    private int epochs;
    private double loss = Double.NaN;

    @Override
    public void on(TrainEvent event) {
        switch (event) {
            case TrainEvent.Started started -> start(started);
            case TrainEvent.Stepped stepped -> step(stepped);
            case TrainEvent.Validated validated -> validated(validated);
            case TrainEvent.Warned warned ->
                    System.err.printf(
                            "%nwarning: %s: %s; %s%n",
                            warned.place(), warned.cause(), warned.cure());
            case TrainEvent.Saved _, TrainEvent.Finished _, TrainEvent.Failed _ -> {}
        }
    }

    private void start(TrainEvent.Started started) {
        primary = started.primaryMetric();
        epochs = started.epochs();
        System.err.println(TrainConsole.describe(started));
        bar =
                new ProgressBarBuilder()
                        .setTaskName("train")
                        .setInitialMax((long) started.stepsPerEpoch() * started.epochs())
                        .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                        .setUpdateIntervalMillis(200)
                        .startsFrom(started.step(), Duration.ZERO)
                        .build();
    }

    private void step(TrainEvent.Stepped stepped) {
        loss =
                Double.isNaN(loss)
                        ? stepped.loss()
                        : SMOOTHING * loss + (1 - SMOOTHING) * stepped.loss();
        pace =
                String.format(
                        Locale.ROOT,
                        " loss %.3f %.0f img/s epoch %d/%d",
                        loss,
                        stepped.imagesPerSecond(),
                        stepped.epoch(),
                        epochs);
        if (bar != null) {
            bar.stepTo(stepped.step());
            bar.setExtraMessage(lastValidation + pace);
        }
    }

    private void validated(TrainEvent.Validated validated) {
        double value = validated.metrics().getOrDefault(primary, Double.NaN);
        String name = primary.substring(primary.lastIndexOf('/') + 1);
        lastValidation = String.format(Locale.ROOT, " %s %.2f", name, value);
        if (bar != null) {
            bar.setExtraMessage(lastValidation + pace);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
