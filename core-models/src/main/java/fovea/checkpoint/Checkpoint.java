package fovea.checkpoint;

import fovea.engine.TrainingState;
import fovea.engine.Weights;
import fovea.problem.InvalidInputException;
import fovea.tensor.HostTensor;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Everything a run needs to go on: the weights, the optimiser, the averaged weights and the place
/// in the run. On disk it is a safetensors file with the keys `model/…`, `optimizer/…` and `ema/…`;
/// place and origin are texts in its metadata.
public record Checkpoint(TrainingState state, Position position, Origin origin) {
    private static final String MODEL = "model/";
    private static final String OPTIMIZER = "optimizer/";
    private static final String AVERAGED = "ema/";
    private static final String FORMAT = "format";
    private static final String VERSION = "fovea-checkpoint-1";
    private static final String UPDATES = "updates";

    /// Replaces the file as a whole.
    ///
    /// @throws SaveException if it fails; the former file is as it was
    public void save(Path file) {
        AtomicFile.write(file, out -> SafeTensors.write(out, content()));
    }

    TensorFile content() {
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        put(MODEL, state.weights().tensors(), tensors);
        put(OPTIMIZER, state.optimizer(), tensors);
        state.averaged().ifPresent(averaged -> put(AVERAGED, averaged.tensors(), tensors));
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(FORMAT, VERSION);
        metadata.put(UPDATES, Long.toString(state.updates()));
        metadata.putAll(MetadataText.write(position, origin));
        return new TensorFile(tensors, metadata);
    }

    private static void put(
            String prefix, Map<String, HostTensor> part, Map<String, HostTensor> into) {
        part.forEach((name, tensor) -> into.put(prefix + name, tensor));
    }

    /// @throws InvalidInputException if the file is missing, damaged, cut short or not a checkpoint
    public static Checkpoint load(Path file) {
        TensorFile content = checked(file, SafeTensors.read(file));
        Map<String, String> metadata = content.metadata();
        try {
            TrainingState state =
                    new TrainingState(
                            new Weights(content.below(MODEL)),
                            content.below(OPTIMIZER),
                            averaged(content),
                            Long.parseLong(MetadataText.text(metadata, UPDATES)));
            return new Checkpoint(
                    state, MetadataText.position(metadata), MetadataText.origin(metadata));
        } catch (IllegalArgumentException e) {
            throw damagedMetadata(file, e);
        }
    }

    /// Reads only what a run predicts with: the averaged weights if there are any.
    ///
    /// @throws InvalidInputException if the file is missing, damaged, cut short or not a checkpoint
    public static TrainedWeights weights(Path file) {
        TensorFile content =
                checked(file, SafeTensors.read(file, name -> !name.startsWith(OPTIMIZER)));
        try {
            return new TrainedWeights(
                    averaged(content).orElseGet(() -> new Weights(content.below(MODEL))),
                    MetadataText.origin(content.metadata()));
        } catch (IllegalArgumentException e) {
            throw damagedMetadata(file, e);
        }
    }

    private static Optional<Weights> averaged(TensorFile content) {
        Map<String, HostTensor> averaged = content.below(AVERAGED);
        return averaged.isEmpty() ? Optional.empty() : Optional.of(new Weights(averaged));
    }

    private static TensorFile checked(Path file, TensorFile content) {
        if (!VERSION.equals(content.metadata().get(FORMAT))) {
            throw InvalidInputException.of(
                    file.toString(),
                    "it is a safetensors file but not a checkpoint of this program",
                    "name a checkpoint from a run's folder");
        }
        return content;
    }

    private static InvalidInputException damagedMetadata(Path file, IllegalArgumentException e) {
        return InvalidInputException.of(
                file.toString(),
                "its metadata cannot be read (" + e.getMessage() + ")",
                SafeTensors.cure(file));
    }
}
