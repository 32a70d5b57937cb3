package fovea.training;

import fovea.problem.Problem;
import fovea.sample.Sample;
import fovea.tensor.Batch;

import java.util.List;
import java.util.stream.Collectors;

/// A loss or a gradient is no longer a number. The weights may be lost; the last checkpoint is not.
final class Divergence extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int MOST_NAMED = 256;

    private final transient Problem problem;

    private Divergence(String place, String cause) {
        super(cause);
        problem =
                new Problem(
                        place,
                        cause,
                        "lower the learning rate (optimizer.lr), warm it up, or set"
                            + " training.clipNorm, and train anew; look at these images, too; the"
                            + " last checkpoint is from before");
    }

    /// The update that was made or tried last.
    ///
    /// @param images the ids of its samples
    record Update(double lr, List<String> images) {
        static Update of(double lr, List<Batch> batches) {
            return new Update(
                    lr,
                    batches.stream()
                            .flatMap(batch -> batch.samples().stream())
                            .map(Sample::id)
                            .toList());
        }

        private String named() {
            String named = images.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
            return images.size() <= MOST_NAMED
                    ? named
                    : named + " and " + (images.size() - MOST_NAMED) + " more";
        }
    }

    /// @param what of the run the value is, such as `the loss`
    /// @throws Divergence if the value is infinite or not a number
    static void check(String place, String what, double value, Update update) {
        if (!Double.isFinite(value)) {
            throw new Divergence(
                    place,
                    "%s became %s at a learning rate of %s with the images %s"
                            .formatted(what, value, update.lr(), update.named()));
        }
    }

    Problem problem() {
        return problem;
    }
}
