package fovea.app.runs;

import fovea.app.chart.Trace;
import fovea.problem.Problem;
import fovea.run.EventReader;
import fovea.training.TrainEvent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of a run from its events so far. Belongs to one thread.
public final class RunFeed {
    private Trace trainLoss = new Trace();
    private Trace validationLoss = new Trace();
    private Trace learningRate = new Trace();
    private final Map<String, Trace> metrics = new LinkedHashMap<>();
    private final List<TrainEvent.Validated> validations = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private Optional<Instant> begun = Optional.empty();
    private Optional<TrainEvent.Started> started = Optional.empty();
    private Optional<TrainEvent.Stepped> last = Optional.empty();
    private Optional<TrainEvent.Validated> best = Optional.empty();
    private Optional<TrainEvent> end = Optional.empty();

    /// Takes what a poll found.
    public void take(EventReader.News news) {
        if (news.continuity() == EventReader.Continuity.REWRITTEN) {
            clear();
        }
        news.events().forEach(this::take);
    }

    private void clear() {
        trainLoss = new Trace();
        validationLoss = new Trace();
        learningRate = new Trace();
        metrics.clear();
        validations.clear();
        warnings.clear();
        begun = Optional.empty();
        started = Optional.empty();
        last = Optional.empty();
        best = Optional.empty();
        end = Optional.empty();
    }

    private void take(TrainEvent event) {
        switch (event) {
            case TrainEvent.Started e -> start(e);
            case TrainEvent.Stepped e -> step(e);
            case TrainEvent.Validated e -> validate(e);
            case TrainEvent.Saved e -> {}
            case TrainEvent.Warned e -> warnings.add(new Problem(e.place(), e.cause(), e.cure()));
            case TrainEvent.Finished e -> end = Optional.of(e);
            case TrainEvent.Failed e -> end = Optional.of(e);
        }
    }

    private void start(TrainEvent.Started event) {
        begun = begun.or(() -> Optional.of(event.time()));
        started = Optional.of(event);
        end = Optional.empty();
    }

    private void step(TrainEvent.Stepped event) {
        last = Optional.of(event);
        double epoch = epochAt(event.step());
        double minute = minuteAt(event.time());
        trainLoss.add(event.step(), epoch, minute, event.loss());
        learningRate.add(event.step(), epoch, minute, event.lr());
    }

    private void validate(TrainEvent.Validated event) {
        validations.add(event);
        if (event.best()) {
            best = Optional.of(event);
        }
        double minute = minuteAt(event.time());
        event.metrics()
                .forEach(
                        (key, value) -> trace(key).add(event.step(), event.epoch(), minute, value));
    }

    private Trace trace(String key) {
        return key.equals("loss") ? validationLoss : metrics.computeIfAbsent(key, k -> new Trace());
    }

    private double epochAt(long step) {
        return started.map(s -> (double) step / Math.max(1, s.stepsPerEpoch())).orElse(0.0);
    }

    private double minuteAt(Instant time) {
        return begun.map(b -> Duration.between(b, time).toMillis() / 60e3).orElse(0.0);
    }

    public Trace trainLoss() {
        return trainLoss;
    }

    public Trace validationLoss() {
        return validationLoss;
    }

    public Trace learningRate() {
        return learningRate;
    }

    /// The course of each metric by its key, without the loss.
    public Map<String, Trace> metrics() {
        return metrics;
    }

    /// In order; for reading only.
    public List<TrainEvent.Validated> validations() {
        return validations;
    }

    public List<Problem> warnings() {
        return warnings;
    }

    /// How the run began, or last went on.
    public Optional<TrainEvent.Started> started() {
        return started;
    }

    public Optional<TrainEvent.Stepped> last() {
        return last;
    }

    public Optional<TrainEvent.Validated> best() {
        return best;
    }

    /// [TrainEvent.Finished] or [TrainEvent.Failed]; empty while it goes on.
    public Optional<TrainEvent> end() {
        return end;
    }

    public String primaryMetric() {
        return started.map(TrainEvent.Started::primaryMetric).orElse("");
    }

    /// Updates done, of those planned: 0 to 1.
    public double progress() {
        double total = started.map(s -> (double) s.stepsPerEpoch() * s.epochs()).orElse(Double.NaN);
        return last.map(l -> Math.min(1, l.step() / total)).orElse(0.0);
    }

    /// Seconds the rest will take at the pace since the run began or went on; NaN if unknown.
    public double secondsLeft() {
        if (started.isEmpty() || last.isEmpty()) {
            return Double.NaN;
        }
        TrainEvent.Started from = started.get();
        TrainEvent.Stepped to = last.get();
        long done = to.step() - from.step();
        long left = (long) from.stepsPerEpoch() * from.epochs() - to.step();
        double seconds = Duration.between(from.time(), to.time()).toMillis() / 1e3;
        return done > 0 ? seconds / done * left : Double.NaN;
    }
}
