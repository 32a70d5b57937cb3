package fovea.problem;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Input that cannot be used: one or more problems, each with place, cause and cure. Its message is
/// fit to show to a user.
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    public InvalidInputException(List<Problem> problems) {
        super(
                problems.stream()
                        .map(Problem::message)
                        .collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /// A single problem.
    public static InvalidInputException of(String place, String cause, String cure) {
        return new InvalidInputException(List.of(new Problem(place, cause, cure)));
    }

    /// A file or folder that the system will not let us read.
    public static InvalidInputException unreadable(Path path, IOException failure) {
        return switch (failure) {
            case NoSuchFileException e ->
                    of(path.toString(), "there is no such file or folder", "check the path");
            case AccessDeniedException e ->
                    of(
                            path.toString(),
                            "reading it is not allowed",
                            "give your user the right to read it");
            case FileSystemLoopException e ->
                    of(path.toString(), "its links lead in a circle", "remove the link");
            default ->
                    of(
                            path.toString(),
                            "it cannot be read (" + FileFailure.reason(failure) + ")",
                            "check the file and the disk");
        };
    }

    public List<Problem> problems() {
        return problems;
    }
}
