package fovea.experiment;

import fovea.problem.InvalidInputException;
import fovea.problem.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// What is wrong with an experiment, gathered so that all of it is told at once.
final class Findings {
    private final List<Finding> all = new ArrayList<>();

    /// @param place `file:line` or the override
    /// @param path `optimizer.lr`; empty if it is not known or the whole is meant
    record Finding(String place, String path, String cause, String cure) {
        private Problem inFile() {
            boolean placeSaysPath = path.isEmpty() || place.endsWith(" " + path);
            return new Problem(place, placeSaysPath ? cause : path + ": " + cause, cure);
        }
    }

    void add(String place, String path, String cause, String cure) {
        all.add(new Finding(place, path, cause, cure));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /// Told by file and line.
    List<Problem> problems() {
        return all.stream().map(Finding::inFile).distinct().toList();
    }

    /// Told by the field's path, for someone who sees no file.
    ///
    /// @param otherwise the path where none is known
    List<Problem> problemsByPath(String otherwise) {
        UnaryOperator<String> known = path -> path.isEmpty() ? otherwise : path;
        return all.stream()
                .map(found -> new Problem(known.apply(found.path()), found.cause(), found.cure()))
                .distinct()
                .toList();
    }

    void throwIfAny() {
        if (!all.isEmpty()) {
            throw new InvalidInputException(problems());
        }
    }
}
