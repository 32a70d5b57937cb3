package fovea.checkpoint;

import java.util.List;
import java.util.stream.Stream;

/// Where a run stands, so that it goes on as if never stopped. What early stopping, the plateau
/// schedule and the choice of the best epoch need follows from the scores.
///
/// @param epoch the epoch to go on with, from 1
/// @param batchInEpoch batches of that epoch already trained on
/// @param step updates so far
/// @param lossSum of the losses of that epoch's updates so far
/// @param scores of the validations so far, in order
/// @param seconds of training so far
public record Position(
        int epoch,
        int batchInEpoch,
        long step,
        double lossSum,
        List<Score> scores,
        double seconds) {
    public Position {
        scores = List.copyOf(scores);
    }

    /// Nothing done yet.
    public static Position start() {
        return new Position(1, 0, 0, 0, List.of(), 0);
    }

    /// After one more update.
    ///
    /// @param batches it was made from
    /// @param loss before it
    public Position updated(int batches, double loss) {
        return new Position(
                epoch, batchInEpoch + batches, step + 1, lossSum + loss, scores, seconds);
    }

    /// After a validation of the epoch.
    public Position scored(double value) {
        List<Score> more =
                Stream.concat(scores.stream(), Stream.of(new Score(epoch, value))).toList();
        return new Position(epoch, batchInEpoch, step, lossSum, more, seconds);
    }

    /// At the start of the next epoch.
    public Position nextEpoch() {
        return new Position(epoch + 1, 0, step, 0, scores, seconds);
    }

    /// The same place, reached after so many seconds.
    public Position after(double otherSeconds) {
        return new Position(epoch, batchInEpoch, step, lossSum, scores, otherSeconds);
    }
}
