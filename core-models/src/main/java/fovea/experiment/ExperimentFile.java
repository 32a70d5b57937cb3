package fovea.experiment;

import fovea.problem.InvalidInputException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The text of an experiment file.
final class ExperimentFile {
    private static final int MOST_BYTES = 1 << 20;

    private ExperimentFile() {}

    /// @throws InvalidInputException if it is not there, too large or not UTF-8
    static String text(Path file) {
        byte[] bytes;
        try {
            if (Files.isDirectory(file)) {
                throw InvalidInputException.of(
                        file.toString(), "this is a folder", "name the experiment file in it");
            }
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes(MOST_BYTES + 1);
            }
        } catch (IOException e) {
            throw InvalidInputException.unreadable(file, e);
        }
        if (bytes.length > MOST_BYTES) {
            throw InvalidInputException.of(
                    file.toString(),
                    "it is larger than 1 MiB, which no experiment is",
                    "name an experiment file (.yaml)");
        }
        return decoded(bytes, file);
    }

    private static String decoded(byte[] bytes, Path file) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            long line = 1 + text.chars().filter(c -> c == '\n').count();
            throw InvalidInputException.of(
                    file + ":" + line, "this line is not UTF-8", "save the file as UTF-8");
        }
        String content = text.toString();
        return content.startsWith("\uFEFF") ? content.substring(1) : content;
    }
}
