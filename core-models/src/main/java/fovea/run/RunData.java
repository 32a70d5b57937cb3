package fovea.run;

import fovea.dataset.Dataset;
import fovea.dataset.Split;
import fovea.experiment.Experiment;

import java.util.HashMap;
import java.util.Map;

/// The samples an experiment learns from and is judged by.
///
/// @param train after the hold-out and the limit
public record RunData(Dataset train, Dataset validation) {
    /// Opens the data as a run would; a held-out share is the same every time.
    ///
    /// @throws fovea.problem.InvalidInputException if the data cannot be used
    public static RunData open(Experiment experiment) {
        Split split = ExperimentData.split(experiment);
        return new RunData(split.train(), split.validation());
    }

    /// Updates an epoch of the experiment makes.
    ///
    /// @throws fovea.problem.InvalidInputException if the data cannot be used
    public static int stepsPerEpoch(Experiment experiment) {
        int samples = open(experiment).train().size();
        int batches = Math.max(1, samples / experiment.data().loader().batch());
        return Math.ceilDiv(batches, experiment.training().accumulate());
    }

    /// Where each validation sample is, by id.
    public Map<String, Integer> validationIndex() {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < validation.size(); i++) {
            index.put(validation.sample(i).id(), i);
        }
        return index;
    }
}
