package fovea.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The files beside a model that hold its weights. A location must be a path inside the folder on
/// every system, and what it leads to through links must lie inside, too.
final class ExternalData {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:");
    private static final String CURE =
            "export the model again with its weights inside, or in a file beside it";

    private final Path folder;
    private final Map<Path, Long> sizes = new HashMap<>();
    private long claimed;

    ExternalData(Path folder) {
        this.folder = folder;
    }

    /// @param tensor as messages name it
    /// @param bytes that it takes by its shape
    void check(String tensor, Map<String, String> entries, long bytes) throws IOException {
        String location = entries.getOrDefault("location", "");
        long size = size(tensor, location);
        long offset = number(tensor, entries.getOrDefault("offset", "0"));
        long length = number(tensor, entries.getOrDefault("length", Long.toString(bytes)));
        if (length != bytes || offset > size || bytes > size - offset) {
            throw new Malformed(
                    "%s does not fit into '%s'".formatted(tensor, location),
                    "copy both files again");
        }
        claimed += bytes;
        if (claimed > sizes.values().stream().mapToLong(Long::longValue).sum()) {
            throw new Malformed("its tensors share parts of '" + location + "'", CURE);
        }
    }

    private long size(String tensor, String location) throws IOException {
        Path file = inside(tensor, location);
        if (!Files.isRegularFile(file)) {
            throw new Malformed(
                    "%s lies in '%s', which is no file".formatted(tensor, location),
                    "copy the file with the weights into the same folder");
        }
        long size = Files.size(file);
        sizes.put(file, size);
        return size;
    }

    /// The real path of a location.
    private Path inside(String tensor, String location) throws IOException {
        boolean absolute = location.startsWith("/") || DRIVE.matcher(location).lookingAt();
        boolean foreign = location.isEmpty() || location.contains("\\");
        if (absolute || foreign || List.of(location.split("/")).contains("..")) {
            throw leaves(tensor, location);
        }
        try {
            Path path = folder.resolve(location);
            if (!Files.exists(path)) {
                throw new Malformed(
                        "%s lies in '%s', which is not there".formatted(tensor, location),
                        "copy the file with the weights into the same folder");
            }
            Path real = path.toRealPath();
            if (!real.startsWith(folder.toRealPath())) {
                throw leaves(tensor, location);
            }
            return real;
        } catch (InvalidPathException e) {
            throw leaves(tensor, location);
        }
    }

    private static Malformed leaves(String tensor, String location) {
        return new Malformed(
                "%s lies in '%s', which is not inside the model's folder"
                        .formatted(tensor, location),
                CURE);
    }

    private static long number(String tensor, String text) throws Malformed {
        if (!NUMBER.matcher(text).matches()) {
            throw Malformed.damaged(tensor + " lies at no place in its file: '" + text + "'");
        }
        return Long.parseLong(text);
    }
}
