package fovea.deployment;

import fovea.dataset.Dataset;
import fovea.sample.Sample;
import fovea.training.Cancellation;
import fovea.training.Progress;
import fovea.training.Verdict;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Images in, the same samples with predictions out, whatever runs the net. Used by one thread at a
/// time; closing frees the net.
public interface Predictor extends AutoCloseable {
    /// How images reach the net and what its outputs mean.
    Deployment deployment();

    /// The samples with predictions; their truth is not looked at.
    ///
    /// @throws fovea.problem.InvalidInputException if an image cannot be read
    List<Sample> predict(List<Sample> samples);

    /// Judges the net on samples with truth, prepared as in training's validation. The loss is NaN
    /// where the net comes without one.
    ///
    /// @param seen takes each sample with its predictions, in order
    /// @return empty if it was cancelled
    /// @throws fovea.problem.InvalidInputException if the dataset has other classes
    Optional<Verdict> evaluate(
            Dataset dataset, Consumer<Sample> seen, Progress progress, Cancellation cancellation);

    @Override
    void close();
}
