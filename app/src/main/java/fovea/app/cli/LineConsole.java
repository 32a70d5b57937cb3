package fovea.app.cli;

import fovea.training.TrainEvent;

import java.util.Locale;

/// A line an epoch.
final class LineConsole implements TrainConsole {
    private String primary = "";
    private double rate;

    @Override
    public void on(TrainEvent event) {
        switch (event) {
            case TrainEvent.Started started -> {
                primary = started.primaryMetric();
                say(TrainConsole.describe(started));
            }
            case TrainEvent.Stepped stepped -> rate = stepped.imagesPerSecond();
            case TrainEvent.Validated validated ->
                    say(
                            "epoch %3d  %s  %.0f images/s%s",
                            validated.epoch(),
                            TrainConsole.describe(validated, primary),
                            rate,
                            validated.best() ? "  best" : "");
            case TrainEvent.Warned warned ->
                    say("warning: %s: %s; %s", warned.place(), warned.cause(), warned.cure());
            case TrainEvent.Saved _, TrainEvent.Finished _, TrainEvent.Failed _ -> {}
        }
    }

    private static void say(String format, Object... values) {
        System.err.printf(Locale.ROOT, format + "%n", values);
    }

    @Override
    public void close() {
        System.err.flush();
    }
}
