package fovea.run;

import fovea.checkpoint.Checkpoint;
import fovea.checkpoint.TrainedWeights;
import fovea.engine.Weights;
import fovea.problem.InvalidInputException;
import fovea.problem.Problem;
import fovea.sample.ClassList;
import fovea.tensor.HostTensor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The weights a run starts with (transfer learning): those of another run that have the name and
/// the shape of its own, and for the others those that were drawn.
///
/// @param warnings which were drawn, and whether classes were exchanged
record StartWeights(Weights weights, List<Problem> warnings) {
    private static final int MOST_TOLD = 10;

    StartWeights {
        warnings = List.copyOf(warnings);
    }

    /// @param start a run's folder or a checkpoint
    /// @throws InvalidInputException if it cannot be read or none of its weights fits
    static StartWeights of(Path start, Weights drawn, ClassList classes) {
        TrainedWeights other = Checkpoint.weights(checkpoint(start));
        Map<String, HostTensor> taken = new LinkedHashMap<>(drawn.tensors());
        List<String> matched = new ArrayList<>();
        List<String> left = new ArrayList<>();
        drawn.tensors()
                .forEach(
                        (name, tensor) -> {
                            HostTensor found = other.weights().tensors().get(name);
                            if (found == null) {
                                left.add(name);
                            } else if (found.shape().equals(tensor.shape())) {
                                taken.put(name, found);
                                matched.add(name);
                            } else {
                                left.add(
                                        "%s (%s there, %s here)"
                                                .formatted(name, shape(found), shape(tensor)));
                            }
                        });
        // Biases and norms of other nets may have the same length by chance.
        boolean related = matched.stream().anyMatch(name -> drawn.tensor(name).shape().size() > 1);
        if (!related) {
            throw InvalidInputException.of(
                    start.toString(),
                    "it is another net: of its weights none has the name and the shape of one of"
                            + " this net, such as "
                            + told(left),
                    "start with a net of the same backbone, or leave training.start out");
        }
        List<Problem> warnings = new ArrayList<>();
        if (!left.isEmpty()) {
            warnings.add(
                    new Problem(
                            start.toString(),
                            "%d of %d weights were taken from it; these were drawn anew: %s"
                                    .formatted(
                                            taken.size() - left.size(), taken.size(), told(left)),
                            "nothing need be done if another head is meant"));
        }
        if (left.isEmpty() && !other.origin().classes().equals(classes.names())) {
            warnings.add(
                    new Problem(
                            start.toString(),
                            "it was trained on the classes %s, and its head starts this run on %s"
                                    .formatted(other.origin().classes(), classes.names()),
                            "check that the order is meant"));
        }
        return new StartWeights(new Weights(taken), warnings);
    }

    private static Path checkpoint(Path start) {
        if (!Files.isDirectory(start)) {
            return start;
        }
        RunFolder run = new RunFolder(start);
        return Stream.of(run.bestCheckpoint(), run.lastCheckpoint())
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(
                        () ->
                                InvalidInputException.of(
                                        start.toString(),
                                        "this folder holds no run with a checkpoint",
                                        "name a run's folder or a checkpoint under"
                                                + " training.start"));
    }

    private static String shape(HostTensor tensor) {
        return String.join("×", tensor.shape().stream().map(Object::toString).toList());
    }

    private static String told(List<String> names) {
        String some = String.join(", ", names.subList(0, Math.min(names.size(), MOST_TOLD)));
        return names.size() <= MOST_TOLD
                ? some
                : some + ", and " + (names.size() - MOST_TOLD) + " more";
    }
}
