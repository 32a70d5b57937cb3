package fovea.run;

import java.time.Instant;

/// A line in a list of runs.
///
/// @param epoch the last epoch validated
/// @param epochs epochs planned
/// @param primaryMetric key of the metric that decides which epoch is best; empty if unknown
/// @param bestValue NaN before the first validation
/// @param bestEpoch 0 before the first validation
/// @param started [Instant#EPOCH] if it never began
/// @param remark what is wrong with a failed or damaged run; else empty
public record RunSummary(
        RunFolder folder,
        RunState state,
        int epoch,
        int epochs,
        String primaryMetric,
        double bestValue,
        int bestEpoch,
        Instant started,
        String remark) {
    public String name() {
        return folder.name();
    }

    static RunSummary of(RunFolder folder, RunFacts facts, RunState state) {
        return new RunSummary(
                folder,
                state,
                facts.epoch(),
                facts.epochs(),
                facts.primaryMetric(),
                facts.bestValue(),
                facts.bestEpoch(),
                facts.started(),
                facts.failure());
    }

    /// A run of which nothing can be told but what is wrong.
    public static RunSummary damaged(RunFolder folder, String remark) {
        RunFacts none = RunFacts.NONE;
        return new RunSummary(
                folder,
                RunState.DAMAGED,
                none.epoch(),
                none.epochs(),
                none.primaryMetric(),
                none.bestValue(),
                none.bestEpoch(),
                none.started(),
                remark);
    }
}
