package fovea.run;

import fovea.problem.InvalidInputException;
import fovea.training.TrainEvent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Follows `events.jsonl` while a run writes it. Used by one thread at a time.
public final class EventReader {
    private static final int CHUNK = 1 << 20;
    private static final int TAIL = 256;

    private final Path file;
    private long position;

    /// The last bytes before the position; if they change, the file is another one.
    private byte[] tail = new byte[0];

    public EventReader(Path file) {
        this.file = file;
    }

    /// Whether new events follow those before.
    public enum Continuity {
        CONTINUED,
        /// The run was resumed from an earlier step: forget what was read before.
        REWRITTEN
    }

    /// What a poll found.
    public record News(Continuity continuity, List<TrainEvent> events) {
        public News {
            events = List.copyOf(events);
        }
    }

    /// Every event of a file; a torn last line and lines that are no events are left out.
    public static List<TrainEvent> readAll(Path file) {
        return new EventReader(file).poll().events();
    }

    /// The complete events since the last poll; none if the file is not there yet.
    ///
    /// @throws InvalidInputException if the file cannot be read
    public News poll() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Continuity continuity = Continuity.CONTINUED;
            if (changed(channel)) {
                continuity = Continuity.REWRITTEN;
                position = 0;
                tail = new byte[0];
            }
            return new News(continuity, readOn(channel));
        } catch (NoSuchFileException e) {
            return new News(Continuity.CONTINUED, List.of());
        } catch (IOException e) {
            throw InvalidInputException.unreadable(file, e);
        }
    }

    private boolean changed(FileChannel channel) throws IOException {
        return channel.size() < position
                || !Arrays.equals(tail, read(channel, position - tail.length, tail.length));
    }

    private List<TrainEvent> readOn(FileChannel channel) throws IOException {
        List<TrainEvent> events = new ArrayList<>();
        long end = channel.size();
        int length = CHUNK;
        while (position < end) {
            byte[] bytes = read(channel, position, (int) Math.min(length, end - position));
            int complete = lastLineEnd(bytes) + 1;
            if (complete > 0) {
                advance(bytes, complete, events);
            } else if (length < end - position) {
                length = Math.multiplyExact(length, 2);
            } else {
                break;
            }
        }
        return events;
    }

    private void advance(byte[] bytes, int complete, List<TrainEvent> events) {
        new String(bytes, 0, complete, StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> EventJson.parse(line).ifPresent(events::add));
        position += complete;
        tail = Arrays.copyOfRange(bytes, Math.max(0, complete - TAIL), complete);
    }

    private static int lastLineEnd(byte[] bytes) {
        for (int i = bytes.length - 1; i >= 0; i--) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static byte[] read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {}
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
