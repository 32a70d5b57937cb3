package fovea.run;

import fovea.checkpoint.SaveException;
import fovea.problem.FileFailure;
import fovea.problem.InvalidInputException;
import fovea.problem.Problem;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/// Keeps a run folder to one training process. The operating system lets the lock go when the
/// process dies, however it dies.
///
/// Who holds it stands in a file of its own: opening and closing the locked file a second time
/// would, on POSIX systems, let go of the lock.
final class RunLock implements AutoCloseable {
    private static final int TRIES = 10;
    private static final long MILLIS_BETWEEN = 50;

    private final FileChannel channel;
    private final Path owner;

    private RunLock(FileChannel channel, Path owner) {
        this.channel = channel;
        this.owner = owner;
    }

    /// @throws InvalidInputException if another run holds it, naming its process
    /// @throws SaveException if the folder cannot be written
    static RunLock acquire(RunFolder run) {
        if (ownedHere(run)) {
            throw taken(run);
        }
        try {
            FileChannel channel =
                    FileChannel.open(
                            run.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return owned(channel, run);
        } catch (IOException e) {
            throw unwritable(run, e);
        }
    }

    private static RunLock owned(FileChannel channel, RunFolder run) throws IOException {
        RunLock lock = new RunLock(channel, run.owner());
        if (patientLock(channel).isEmpty()) {
            channel.close();
            throw taken(run);
        }
        try {
            Files.writeString(run.owner(), Owner.current().text());
            return lock;
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    /// The run cannot be kept from others, so it cannot be saved there either.
    static SaveException unwritable(RunFolder run, IOException e) {
        return new SaveException(
                new Problem(
                        run.root().toString(),
                        "the run folder cannot be written (" + FileFailure.reason(e) + ")",
                        "free some space or check the right to write there, or name another"
                                + " folder"),
                e);
    }

    /// Whether a process trains into the folder now.
    static boolean held(RunFolder run) {
        if (ownedHere(run)) {
            return true;
        }
        if (!Files.exists(run.lock())) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(run.lock(), StandardOpenOption.WRITE)) {
            return tryLock(channel).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /// Someone who only looks whether the folder is in use holds the lock for a moment.
    private static Optional<FileLock> patientLock(FileChannel channel) throws IOException {
        Optional<FileLock> lock = tryLock(channel);
        for (int i = 1; i < TRIES && lock.isEmpty(); i++) {
            try {
                Thread.sleep(MILLIS_BETWEEN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            lock = tryLock(channel);
        }
        return lock;
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    private static boolean ownedHere(RunFolder run) {
        return Owner.read(run.owner()).filter(Owner.current()::equals).isPresent();
    }

    private static InvalidInputException taken(RunFolder run) {
        String who =
                Owner.read(run.owner())
                        .map(owner -> "process " + owner.pid())
                        .orElse("another process");
        return InvalidInputException.of(
                run.root().toString(),
                who + " is already training into this folder",
                "stop that run first, or train into a folder of its own");
    }

    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(owner);
        } catch (IOException e) {
            // The system drops the lock with the process; a stale owner file is recognised.
            return;
        }
    }

    /// A process; the start tells two with the same number apart.
    private record Owner(long pid, long startMillis) {
        static Owner current() {
            ProcessHandle self = ProcessHandle.current();
            long start = self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
            return new Owner(self.pid(), start);
        }

        static Optional<Owner> read(Path file) {
            try {
                String[] parts = Files.readString(file).strip().split(" ");
                return Optional.of(new Owner(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
            } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
                return Optional.empty();
            }
        }

        String text() {
            return pid + " " + startMillis + "\n";
        }
    }
}
