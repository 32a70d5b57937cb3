package fovea.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/// Says why the system would not read or write a file. Java's own message is often only the path.
public final class FileFailure {
    private FileFailure() {}

    /// As below, of the failure inside.
    public static String reason(UncheckedIOException failure) {
        return reason(Objects.requireNonNull(failure.getCause(), "it has one by its constructors"));
    }

    /// A few words that fit into brackets: `the right to do so is missing`.
    public static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "the right to do so is missing";
            case NoSuchFileException e -> "there is no " + e.getFile();
            case FileAlreadyExistsException e -> e.getFile() + " is already there as a file";
            case NotDirectoryException e -> e.getFile() + " is no folder";
            case FileSystemException e when e.getReason() != null -> e.getReason();
            default ->
                    failure.getMessage() == null
                            ? failure.getClass().getSimpleName()
                            : failure.getMessage();
        };
    }
}
