package fovea.run;

import fovea.checkpoint.SaveException;
import fovea.problem.FileFailure;
import fovea.problem.Problem;
import fovea.training.Hook;
import fovea.training.TrainEvent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Bounds the disk that the predictions of a long run take: the oldest go first, those of the best
/// epoch and of the latest stay.
final class PredictionBudget implements Hook {
    static final long DEFAULT_BYTES = 256L << 20;

    private final RunFolder run;
    private final long bytes;
    private int bestEpoch;

    /// @param bestEpoch so far; 0 if there is none
    PredictionBudget(RunFolder run, long bytes, int bestEpoch) {
        this.run = run;
        this.bytes = bytes;
        this.bestEpoch = bestEpoch;
    }

    @Override
    public void on(TrainEvent event) {
        if (event instanceof TrainEvent.Validated validated && !validated.predictions().isEmpty()) {
            bestEpoch = validated.best() ? validated.epoch() : bestEpoch;
            prune(List.of(run.predictions(bestEpoch), run.predictions(validated.epoch())));
        }
    }

    private void prune(List<Path> kept) {
        Path folder = run.predictions(1).resolveSibling("");
        try (Stream<Path> files = Files.list(folder)) {
            long used = 0;
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                used += Files.size(file);
                if (used > bytes && !kept.contains(file)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            Problem problem =
                    new Problem(
                            folder.toString(),
                            "old predictions cannot be removed (" + FileFailure.reason(e) + ")",
                            "check the right to write there");
            throw new SaveException(problem, e);
        }
    }
}
