package fovea.training;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a run tells while it trains; each is a line of `events.jsonl`.
public sealed interface TrainEvent {
    /// When it happened.
    Instant time();

    /// Training begins or goes on. `step` and `epoch` are where it starts.
    ///
    /// @param device what it runs on
    /// @param parameters number of trained numbers
    record Started(
            Instant time,
            long step,
            int epoch,
            int epochs,
            int stepsPerEpoch,
            int trainSamples,
            int validationSamples,
            List<String> classes,
            String device,
            long parameters,
            String primaryMetric)
            implements TrainEvent {}

    /// An update was made.
    ///
    /// @param step number of updates so far, from 1
    /// @param epoch from 1
    record Stepped(
            Instant time,
            long step,
            int epoch,
            double loss,
            double lr,
            double imagesPerSecond,
            double gradientNorm)
            implements TrainEvent {}

    /// An epoch's validation.
    ///
    /// @param trainLoss mean over the epoch's updates
    /// @param metrics by key, with `loss` for the validation loss
    /// @param confusion rows of the confusion matrix, or empty
    /// @param predictions file of the predictions, relative to the run folder
    record Validated(
            Instant time,
            long step,
            int epoch,
            double trainLoss,
            Map<String, Double> metrics,
            List<List<Integer>> confusion,
            String predictions,
            boolean best)
            implements TrainEvent {}

    /// A checkpoint is safely on disk, relative to the run folder.
    record Saved(Instant time, long step, int epoch, String file) implements TrainEvent {}

    /// Something the user should know that does not stop the run.
    record Warned(Instant time, long step, String place, String cause, String cure)
            implements TrainEvent {}

    /// The run ended.
    ///
    /// @param bestValue of the primary metric
    record Finished(
            Instant time,
            long step,
            int epoch,
            Outcome outcome,
            double bestValue,
            int bestEpoch,
            double seconds)
            implements TrainEvent {}

    /// The run ended by an error.
    record Failed(Instant time, long step, int epoch, String place, String cause, String cure)
            implements TrainEvent {}

    /// How a run ended.
    enum Outcome {
        /// All epochs done.
        COMPLETED,
        /// No improvement for as long as the experiment allows.
        STOPPED_EARLY,
        /// Asked to stop; it can be resumed.
        CANCELLED
    }
}
