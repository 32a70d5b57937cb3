package fovea.run;

import fovea.checkpoint.Checkpoint;
import fovea.problem.InvalidInputException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Finds the checkpoint a run goes on from.
final class LastCheckpoint {
    private LastCheckpoint() {}

    /// Empty if the run ended before it saved anything.
    ///
    /// @throws InvalidInputException if it is damaged, with the way out
    static Optional<Checkpoint> load(RunFolder run) {
        boolean saved = Files.exists(run.lastCheckpoint());
        if (!saved && !Files.exists(run.bestCheckpoint())) {
            return Optional.empty();
        }
        try {
            return Optional.of(Checkpoint.load(run.lastCheckpoint()));
        } catch (InvalidInputException e) {
            throw InvalidInputException.of(
                    run.lastCheckpoint().toString(), e.problems().getFirst().cause(), cure(run));
        }
    }

    private static String cure(RunFolder run) {
        Path best = run.bestCheckpoint();
        return whole(best)
                ? "copy " + best + " over it and resume from the best epoch, or train anew"
                : "train anew";
    }

    private static boolean whole(Path file) {
        try {
            Checkpoint.load(file);
            return true;
        } catch (InvalidInputException e) {
            return false;
        }
    }
}
