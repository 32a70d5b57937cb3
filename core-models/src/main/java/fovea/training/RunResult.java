package fovea.training;

import fovea.problem.Problem;

/// How a run ended.
public sealed interface RunResult {
    Summary summary();

    /// All epochs done.
    record Completed(Summary summary) implements RunResult {}

    /// No improvement for as long as the plan allows.
    record StoppedEarly(Summary summary) implements RunResult {}

    /// Asked to stop; the last checkpoint is from the moment it stopped.
    record Cancelled(Summary summary) implements RunResult {}

    /// Stopped by something the user can mend; the last checkpoint is whole.
    record Failed(Summary summary, Problem problem) implements RunResult {}

    /// Where a run ended.
    ///
    /// @param step updates made
    /// @param epoch the last epoch worked on, from 1
    /// @param primaryMetric key of the metric that decides which epoch is best
    /// @param bestValue of that metric; NaN if there was no validation
    /// @param bestEpoch from 1; 0 if there was no validation
    /// @param seconds of training, earlier parts of a resumed run included
    record Summary(
            long step,
            int epoch,
            String primaryMetric,
            double bestValue,
            int bestEpoch,
            double seconds) {}
}
