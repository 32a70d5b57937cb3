package fovea.checkpoint;

import fovea.problem.FileFailure;
import fovea.problem.Problem;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Replaces a file as a whole or not at all: written beside it, forced to disk, then moved over it.
public final class AtomicFile {
    private static final String CURE =
            "free some space or check the right to write there; then try again, a run with"
                    + " --resume";

    private AtomicFile() {}

    /// Writes the content of a file.
    @FunctionalInterface
    public interface Content {
        void writeTo(WritableByteChannel out) throws IOException;
    }

    /// @throws SaveException if it fails; the former file is as it was
    public static void write(Path target, Content content) {
        replace(
                target,
                temporary -> {
                    try (FileChannel channel =
                            FileChannel.open(
                                    temporary,
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.TRUNCATE_EXISTING,
                                    StandardOpenOption.WRITE)) {
                        content.writeTo(channel);
                        channel.force(true);
                    }
                });
    }

    /// Copies a file.
    ///
    /// @throws SaveException if it fails; the former file is as it was
    public static void copy(Path source, Path target) {
        replace(
                target,
                temporary -> {
                    Files.copy(source, temporary, StandardCopyOption.REPLACE_EXISTING);
                    force(temporary);
                });
    }

    private interface Step {
        void make(Path temporary) throws IOException;
    }

    private static void replace(Path target, Step step) {
        Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
        Path folder = target.toAbsolutePath().resolveSibling("");
        try {
            Files.createDirectories(folder);
            step.make(temporary);
            move(temporary, target);
            forceFolder(folder);
        } catch (IOException e) {
            throw new SaveException(new Problem(target.toString(), cause(target, e), CURE), e);
        } finally {
            discard(temporary);
        }
    }

    private static String cause(Path target, IOException failure) {
        String reason = FileFailure.reason(failure);
        return Files.exists(target)
                ? "it could not be saved (%s); the former file is still whole".formatted(reason)
                : "it could not be saved (%s)".formatted(reason);
    }

    private static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// Makes the move itself survive a power cut; Windows has no such call and needs none.
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return;
        }
    }

    private static void discard(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            return;
        }
    }
}
