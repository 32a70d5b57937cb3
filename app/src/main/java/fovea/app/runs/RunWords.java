package fovea.app.runs;

import fovea.app.text.Texts;
import fovea.run.RunState;
import fovea.training.TrainEvent;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What is said of runs.
final class RunWords {
    private static final String BUNDLE = "runs";

    private final Texts texts;

    RunWords(Texts texts) {
        this.texts = texts;
    }

    /// `epoch 7/20 · loss 0.83 · 41 img/s`.
    String line(RunFeed feed) {
        List<String> parts = new ArrayList<>();
        feed.started().ifPresent(started -> parts.add(epoch(feed)));
        feed.last()
                .ifPresent(
                        last -> {
                            parts.add(texts.format("runs.loss.now", number(last.loss(), 3)));
                            parts.add(rate(last.imagesPerSecond()));
                        });
        return String.join(" · ", parts);
    }

    /// What an epoch came to, in one line of a log.
    String epochLine(TrainEvent.Validated epoch, String primary) {
        return texts.format(
                "runs.log.epoch",
                Integer.toString(epoch.epoch()),
                number(epoch.trainLoss(), 4),
                number(epoch.metrics().getOrDefault("loss", Double.NaN), 4),
                metric(primary),
                metricValue(primary, epoch.metrics().getOrDefault(primary, Double.NaN)));
    }

    String epoch(RunFeed feed) {
        int epochs = feed.started().map(TrainEvent.Started::epochs).orElse(0);
        int epoch = feed.last().map(TrainEvent.Stepped::epoch).orElse(0);
        return texts.format("runs.epoch.of", Integer.toString(epoch), Integer.toString(epochs));
    }

    String rate(double imagesPerSecond) {
        return texts.format("runs.rate", number(imagesPerSecond, imagesPerSecond < 10 ? 1 : 0));
    }

    /// A metric's name in the user's language, or its key.
    String metric(String key) {
        return texts.find(String.join(".", BUNDLE, "metric", key)).orElse(key);
    }

    String metricValue(String key, double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return key.equals("loss") ? number(value, 4) : number(value, 2) + " %";
    }

    String state(RunState state) {
        return texts.text(
                switch (state) {
                    case RUNNING -> "runs.state.running";
                    case COMPLETED -> "runs.state.completed";
                    case CANCELLED -> "runs.state.cancelled";
                    case IMPORTED -> "runs.state.imported";
                    case FAILED -> "runs.state.failed";
                    case INTERRUPTED -> "runs.state.interrupted";
                    case DAMAGED -> "runs.state.damaged";
                });
    }

    /// Today's times without the date.
    String when(Instant time) {
        if (time.equals(Instant.EPOCH)) {
            return "";
        }
        LocalDateTime local = LocalDateTime.ofInstant(time, ZoneId.systemDefault());
        boolean today =
                local.toLocalDate().equals(LocalDateTime.now(ZoneId.systemDefault()).toLocalDate());
        return DateTimeFormatter.ofPattern(today ? "HH:mm" : "yyyy-MM-dd HH:mm", Locale.ROOT)
                .format(local);
    }

    static String clock(double seconds) {
        long s = Math.max(0, Math.round(seconds));
        return s < 3600
                ? String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
    }

    static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
