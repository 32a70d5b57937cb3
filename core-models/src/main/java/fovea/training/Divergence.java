package fovea.training;

import fovea.problem.Problem;
import fovea.sample.Sample;
import fovea.tensor.Batch;

import java.util.List;
import java.util.stream.Collectors;

/// The loss is no longer a number. The weights are lost; the last checkpoint is not.
final class Divergence extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int MOST_NAMED = 256;

    private final transient Problem problem;

    /// @param lr the learning rate of the update
    Divergence(String place, double loss, double lr, List<Batch> batches) {
        super("the loss is " + loss);
        String cause =
                "the loss became %s at a learning rate of %s with the images %s"
                        .formatted(loss, lr, images(batches));
        problem =
                new Problem(
                        place,
                        cause,
                        "lower the learning rate (optimizer.lr), warm it up, or set"
                            + " training.clipNorm, and train anew; look at these images, too; the"
                            + " last checkpoint is from before the update");
    }

    Problem problem() {
        return problem;
    }

    private static String images(List<Batch> batches) {
        List<String> ids =
                batches.stream()
                        .flatMap(batch -> batch.samples().stream())
                        .map(Sample::id)
                        .toList();
        String named = ids.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return ids.size() <= MOST_NAMED
                ? named
                : named + " and " + (ids.size() - MOST_NAMED) + " more";
    }
}
