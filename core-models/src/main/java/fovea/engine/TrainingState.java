package fovea.engine;

import fovea.tensor.HostTensor;

import java.util.Map;
import java.util.Optional;

/// What a training session holds: the weights, the optimiser's tensors (`name/momentum`,
/// `name/mean`, `name/square`), the averaged weights, and the number of updates so far.
public record TrainingState(
        Weights weights,
        Map<String, HostTensor> optimizer,
        Optional<Weights> averaged,
        long updates) {
    /// What the run predicts with: averaged weights if there are any.
    public Weights best() {
        return averaged.orElse(weights);
    }
}
