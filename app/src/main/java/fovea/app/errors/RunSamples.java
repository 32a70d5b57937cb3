package fovea.app.errors;

import fovea.dataset.Dataset;
import fovea.experiment.Catalog;
import fovea.experiment.Experiment;
import fovea.experiment.ExperimentReader;
import fovea.problem.InvalidInputException;
import fovea.run.RunData;
import fovea.run.RunFolder;
import fovea.sample.Sample;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The validation samples of a run, found by id.
///
/// @param index where each sample is in the dataset
record RunSamples(RunFolder run, Dataset validation, Map<String, Integer> index) {
    /// Opens the data that the run's experiment names; blocks.
    ///
    /// @throws InvalidInputException if it cannot be used
    static RunSamples open(RunFolder run, Catalog catalog) {
        Experiment experiment = ExperimentReader.read(run.experiment(), List.of(), catalog);
        RunData data = RunData.open(experiment);
        return new RunSamples(run, data.validation(), data.validationIndex());
    }

    Optional<Sample> find(String id) {
        return Optional.ofNullable(index.get(id)).map(validation::sample);
    }
}
