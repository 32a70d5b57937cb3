package fovea.app.runs;

import fovea.run.RunFolder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// The end of what the child process printed.
final class LogTail {
    private static final int MOST_BYTES = 64 << 10;
    private static final int MOST_REASONS = 6;

    /// With this the command line begins when it tells of a failure.
    private static final String NAME = "fovea: ";

    private LogTail() {}

    /// Empty if there is no log.
    static String read(RunFolder run) {
        try (FileChannel file = FileChannel.open(run.log(), StandardOpenOption.READ)) {
            long from = Math.max(0, file.size() - MOST_BYTES);
            ByteBuffer bytes = ByteBuffer.allocate((int) (file.size() - from));
            while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {}
            String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
            return overwritten(from == 0 ? text : text.substring(text.indexOf('\n') + 1));
        } catch (IOException e) {
            return "";
        }
    }

    /// What the process gave as its reason before it ended, one line each: `place: cause; cure`.
    static List<String> reasons(RunFolder run) {
        List<String> lines = read(run).lines().toList();
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
    private static String overwritten(String text) {
        return text.replace("\r\n", "\n").replaceAll("[^\n]*\r(?=[^\n])", "");
    }
}
