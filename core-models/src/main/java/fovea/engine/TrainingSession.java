package fovea.engine;

import fovea.tensor.HostTensor;

import java.util.List;
import java.util.Map;

/// Weights and optimiser state in an engine's memory. Used by one thread at a time; closing frees
/// the memory.
public interface TrainingSession extends AutoCloseable {
    /// One update of the weights: forward and backward over each of the batches (gradient
    /// accumulation: the loss is the mean over all samples), then one optimiser step.
    ///
    /// @param batches tensors by input name
    /// @param seed decides dropout; the same seed gives the same step
    /// @return the loss before the update and the size of the gradient; if the gradient is infinite
    ///   or not a number, the weights are left as they were
    StepResult step(List<Map<String, HostTensor>> batches, double lr, long seed);

    /// Outputs in inference mode with the averaged weights if there are any, else the current ones.
    /// An output without batch dimension is given as it is. The tensors are the caller's.
    Map<String, HostTensor> evaluate(Map<String, HostTensor> batch, List<String> outputs);

    /// A copy of everything that training depends on.
    TrainingState state();

    /// Continues from a state of a session with the same graph and options; training then goes on
    /// bit for bit as if never stopped.
    ///
    /// @throws EngineException if names or shapes differ
    void restore(TrainingState state);

    @Override
    void close();

    /// @param gradientNorm over all parameters, before clipping
    record StepResult(double loss, double gradientNorm) {}
}
