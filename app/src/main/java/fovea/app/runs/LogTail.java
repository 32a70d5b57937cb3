package fovea.app.runs;

import fovea.run.EventReader.Continuity;
import fovea.run.RunFolder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Follows what a process prints into a file. Used by one thread at a time.
final class LogTail {
    private static final int MOST_BYTES = 64 << 10;
    private static final int MOST_REASONS = 6;

    /// With this the command line begins when it tells of a failure.
    private static final String NAME = "fovea: ";

    private final Path file;

    /// Where the last line begins: it may go on.
    private long position;

    private long size = -1;

    LogTail(Path file) {
        this.file = file;
    }

    /// Lines that follow those before, of which the last may have been the beginning of the first
    /// of these; the last of these is empty or unfinished. If they are rewritten, what was before
    /// them is void.
    record News(Continuity continuity, List<String> lines) {}

    /// Whether there was a file.
    boolean found() {
        return size >= 0;
    }

    /// What was printed since, of much only the end; empty if nothing was or if there is no file.
    Optional<News> poll() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long now = channel.size();
            if (now == size) {
                return Optional.empty();
            }
            boolean anew = now < size || now - position > MOST_BYTES;
            long from = anew ? Math.max(0, now - MOST_BYTES) : position;
            byte[] bytes = read(channel, from, (int) (now - from));
            size = now;
            position = from + lastLine(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            boolean torn = anew && from > 0 && text.indexOf('\n') >= 0;
            return Optional.of(
                    new News(
                            anew ? Continuity.REWRITTEN : Continuity.CONTINUED,
                            lines(torn ? text.substring(text.indexOf('\n') + 1) : text)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// What the process gave as its reason before it ended, one line each: `place: cause; cure`.
    static List<String> reasons(RunFolder run) {
        List<String> lines = new LogTail(run.log()).poll().map(News::lines).orElse(List.of());
        int last = lines.size() - 1;
        while (last >= 0 && !lines.get(last).startsWith(NAME)) {
            last--;
        }
        return lines.stream()
                .skip(Math.max(0, last))
                .limit(last < 0 ? 0 : MOST_REASONS)
                .map(line -> line.startsWith(NAME) ? line.substring(NAME.length()) : line)
                .filter(line -> !line.matches("\\d+ problems:"))
                .toList();
    }

    /// A progress bar writes over its own line; only its last state is worth reading.
    private static List<String> lines(String text) {
        String kept = text.replace("\r\n", "\n").replaceAll("[^\n]*\r(?=[^\n])", "");
        return List.of(kept.replace("\r", "").split("\n", -1));
    }

    private static int lastLine(byte[] bytes) {
        int at = bytes.length;
        while (at > 0 && bytes[at - 1] != '\n') {
            at--;
        }
        return at;
    }

    private static byte[] read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {}
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
