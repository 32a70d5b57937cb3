package fovea.classification;

import fovea.problem.InvalidInputException;
import fovea.problem.Problem;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Gathers what is wrong with files, so that the user learns all of it at once; after the first
/// twenty only how many more there are.
final class Problems {
    private static final int SHOWN = 20;

    private final List<Problem> shown = new ArrayList<>();
    private int count;

    void add(Path file, int line, String cause, String cure) {
        count++;
        if (shown.size() < SHOWN) {
            shown.add(new Problem(file + ":" + line, cause, cure));
        }
    }

    /// @throws InvalidInputException if there was a problem
    void throwIfAny() {
        if (count > shown.size()) {
            int more = count - shown.size();
            shown.add(new Problem("…", more + " more problems", "correct these first"));
        }
        if (count > 0) {
            throw new InvalidInputException(shown);
        }
    }

    /// What was found before something made it impossible to go on, and that.
    InvalidInputException endedBy(InvalidInputException last) {
        return new InvalidInputException(
                Stream.concat(shown.stream(), last.problems().stream()).distinct().toList());
    }
}
