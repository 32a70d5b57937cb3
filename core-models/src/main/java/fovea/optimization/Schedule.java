package fovea.optimization;

import fovea.component.Component;

import java.util.OptionalInt;

/// The learning rate over a run, as a multiple of the optimiser's own. Except for reduce-on-plateau
/// a schedule is a function of the step, so that it can be drawn before training.
public interface Schedule extends Component {
    /// The factor for a step.
    double factor(Progress progress);

    /// Validations in a row without improvement after which [Progress#plateaus] goes up by one, as
    /// [PlateauCounter] counts; empty if the schedule does not look at the metric.
    default OptionalInt plateauPatience() {
        return OptionalInt.empty();
    }

    /// Where a run stands.
    ///
    /// @param step updates done so far, from 0
    /// @param stepsPerEpoch updates in an epoch
    /// @param epochs epochs in the run
    /// @param plateaus how often the monitored metric has stalled so far (counted by the trainer,
    ///   see [PlateauCounter])
    record Progress(long step, int stepsPerEpoch, int epochs, int plateaus) {
        public long totalSteps() {
            return (long) stepsPerEpoch * epochs;
        }

        /// The epoch the step lies in, from 0.
        public int epoch() {
            return Math.toIntExact(step / stepsPerEpoch);
        }
    }
}
