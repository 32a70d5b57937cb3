package fovea.training;

import fovea.checkpoint.Position;
import fovea.engine.TrainingSession;
import fovea.model.Model;

/// All that a run needs. The session and the data belong to the caller, who closes them.
public record TrainingJob(
        TrainingData data,
        Model model,
        TrainingSession session,
        TrainingPlan plan,
        RunOutputs outputs) {
    /// Updates in an epoch.
    int stepsPerEpoch() {
        return Math.ceilDiv(data.train().batchesPerEpoch(), plan.accumulate());
    }

    /// Mean over the updates of a position's epoch so far.
    double trainLoss(Position position) {
        return position.lossSum() / Math.ceilDiv(position.batchInEpoch(), plan.accumulate());
    }
}
