package fovea.run;

import fovea.training.TrainEvent;

import java.time.Instant;
import java.util.List;

/// What the events so far amount to; kept in `summary.json`.
///
/// @param started when the run first began
/// @param epoch the last epoch validated
/// @param bestValue NaN before the first validation
/// @param state running until an event says otherwise
/// @param failure what went wrong, if it did
record RunFacts(
        Instant started,
        int epoch,
        int epochs,
        String primaryMetric,
        double bestValue,
        int bestEpoch,
        RunState state,
        String failure) {
    static final RunFacts NONE =
            new RunFacts(Instant.EPOCH, 0, 0, "", Double.NaN, 0, RunState.RUNNING, "");

    static RunFacts of(List<TrainEvent> events) {
        RunFacts facts = NONE;
        for (TrainEvent event : events) {
            facts = facts.after(event);
        }
        return facts;
    }

    RunFacts after(TrainEvent event) {
        return switch (event) {
            case TrainEvent.Started e -> begun(e);
            case TrainEvent.Validated e -> validated(e);
            case TrainEvent.Finished e -> ended(state(e.outcome()), "");
            case TrainEvent.Failed e -> ended(RunState.FAILED, e.place() + ": " + e.cause());
            case TrainEvent.Stepped e -> this;
            case TrainEvent.Saved e -> this;
            case TrainEvent.Warned e -> this;
        };
    }

    private RunFacts begun(TrainEvent.Started e) {
        return new RunFacts(
                started.equals(Instant.EPOCH) ? e.time() : started,
                epoch,
                e.epochs(),
                e.primaryMetric(),
                bestValue,
                bestEpoch,
                RunState.RUNNING,
                "");
    }

    private RunFacts validated(TrainEvent.Validated e) {
        double value = e.metrics().getOrDefault(primaryMetric, Double.NaN);
        return new RunFacts(
                started,
                e.epoch(),
                epochs,
                primaryMetric,
                e.best() ? value : bestValue,
                e.best() ? e.epoch() : bestEpoch,
                state,
                failure);
    }

    private RunFacts ended(RunState how, String cause) {
        return new RunFacts(
                started, epoch, epochs, primaryMetric, bestValue, bestEpoch, how, cause);
    }

    /// The same of a net that was not trained here.
    ///
    /// @param time when it came in
    RunFacts imported(Instant time) {
        return new RunFacts(
                time, epoch, epochs, primaryMetric, bestValue, bestEpoch, RunState.IMPORTED, "");
    }

    private static RunState state(TrainEvent.Outcome outcome) {
        return switch (outcome) {
            case COMPLETED, STOPPED_EARLY -> RunState.COMPLETED;
            case CANCELLED -> RunState.CANCELLED;
        };
    }
}
