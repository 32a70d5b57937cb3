package fovea.run;

import fovea.checkpoint.AtomicFile;
import fovea.checkpoint.Position;
import fovea.checkpoint.SaveException;
import fovea.problem.FileFailure;
import fovea.problem.Problem;
import fovea.training.Hook;
import fovea.training.TrainEvent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Appends events to `events.jsonl`, each line in one piece and at once. Of updates that follow one
/// another faster than twenty a second only some are written; the last one before any other event
/// always is.
public final class EventLog implements Hook, AutoCloseable {
    private static final long LEAST_NANOS_BETWEEN_STEPS = 50_000_000;

    private final Path file;
    private final FileChannel channel;
    private final LongSupplier clock;
    private Optional<TrainEvent.Stepped> waiting = Optional.empty();
    private long lastStep;

    private EventLog(Path file, FileChannel channel, LongSupplier clock) {
        this.file = file;
        this.channel = channel;
        this.clock = clock;
        lastStep = clock.getAsLong() - LEAST_NANOS_BETWEEN_STEPS;
    }

    /// Goes on at the end of the file, which is made if it is not there.
    ///
    /// @throws SaveException if it cannot be written
    public static EventLog append(Path file) {
        return append(file, System::nanoTime);
    }

    static EventLog append(Path file, LongSupplier clock) {
        try {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return new EventLog(file, channel, clock);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /// Drops what happened after a checkpoint and goes on from there, so that no update is listed
    /// twice. The file is replaced as a whole.
    ///
    /// @throws SaveException if it cannot be written
    public static EventLog continueFrom(Path file, Position checkpoint) {
        if (Files.exists(file)) {
            List<TrainEvent> kept =
                    EventReader.readAll(file).stream()
                            .filter(event -> precedes(event, checkpoint))
                            .toList();
            AtomicFile.write(
                    file,
                    out -> {
                        for (TrainEvent event : kept) {
                            out.write(ByteBuffer.wrap(EventJson.line(event)));
                        }
                    });
        }
        return append(file);
    }

    private static boolean precedes(TrainEvent event, Position checkpoint) {
        return switch (event) {
            case TrainEvent.Started e -> e.step() <= checkpoint.step();
            case TrainEvent.Stepped e -> e.step() <= checkpoint.step();
            case TrainEvent.Validated e -> e.epoch() < checkpoint.epoch();
            case TrainEvent.Saved e -> e.step() <= checkpoint.step();
            case TrainEvent.Warned e -> e.step() <= checkpoint.step();
            case TrainEvent.Finished e -> false;
            case TrainEvent.Failed e -> false;
        };
    }

    @Override
    public void on(TrainEvent event) {
        if (event instanceof TrainEvent.Stepped stepped) {
            waiting = Optional.of(stepped);
            if (clock.getAsLong() - lastStep >= LEAST_NANOS_BETWEEN_STEPS) {
                flush();
            }
        } else {
            flush();
            write(event);
        }
    }

    /// What cannot be written is not tried again when the log is closed.
    private void flush() {
        Optional<TrainEvent.Stepped> last = waiting;
        waiting = Optional.empty();
        last.ifPresent(
                stepped -> {
                    write(stepped);
                    lastStep = clock.getAsLong();
                });
    }

    private void write(TrainEvent event) {
        try {
            ByteBuffer line = ByteBuffer.wrap(EventJson.line(event));
            while (line.hasRemaining()) {
                channel.write(line);
            }
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    @Override
    public void close() {
        flush();
        try {
            channel.close();
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static SaveException failure(Path file, IOException e) {
        Problem problem =
                new Problem(
                        file.toString(),
                        "the log cannot be written (" + FileFailure.reason(e) + ")",
                        "free some space or check the right to write there, then resume the run");
        return new SaveException(problem, e);
    }
}
