package fovea.plugin;

import fovea.evaluation.Evaluation;

import java.nio.file.Path;
import java.util.Map;

/// A metric computed from files, without a model.
public interface OfflineEvaluation {
    /// @param options further options of the command line by name
    /// @throws fovea.problem.InvalidInputException if a file is missing or does not fit the other
    Evaluation evaluate(Path truth, Path predictions, Map<String, String> options);
}
