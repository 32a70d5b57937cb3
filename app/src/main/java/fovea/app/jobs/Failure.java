package fovea.app.jobs;

import fovea.checkpoint.SaveException;
import fovea.problem.InvalidInputException;
import fovea.problem.Problem;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;

/// What went wrong, fit to show: problems with place, cause and cure.
///
/// @param what what was being done, in the user's words
/// @param details for a report to the developers: all problems and, for the unexpected, where in
///   the program it happened
public record Failure(String what, List<Problem> problems, String details) {
    public Failure {
        problems = List.copyOf(problems);
    }

    public static Failure of(String what, Throwable cause) {
        if (cause instanceof InvalidInputException invalid) {
            return of(what, invalid.problems());
        }
        if (cause instanceof SaveException save) {
            return of(what, List.of(save.problem()));
        }
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        StringWriter trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace));
        return new Failure(
                what, List.of(new Problem("", message, "")), what + System.lineSeparator() + trace);
    }

    public static Failure of(String what, List<Problem> problems) {
        String lines =
                problems.stream()
                        .map(Problem::message)
                        .collect(Collectors.joining(System.lineSeparator()));
        return new Failure(what, problems, what + System.lineSeparator() + lines);
    }
}
