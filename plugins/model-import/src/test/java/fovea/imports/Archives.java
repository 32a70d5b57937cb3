package fovea.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Archives that were tampered with.
public final class Archives {
    private Archives() {}

    /// The content of an archive's entries by name.
    public static Map<String, byte[]> entries(Path archive) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    public static Path write(Path archive, Map<String, byte[]> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return archive;
    }

    /// Replaces text in an entry, wherever it stands.
    public static Path edited(Path archive, String entry, String from, String to)
            throws IOException {
        return edited(archive, entry, from, text -> text.replace(from, to));
    }

    /// Replaces text in an entry where it stands first.
    public static Path editedOnce(Path archive, String entry, String from, String to)
            throws IOException {
        return edited(
                archive,
                entry,
                from,
                text -> {
                    int at = text.indexOf(from);
                    return text.substring(0, at) + to + text.substring(at + from.length());
                });
    }

    private static Path edited(
            Path archive, String entry, String from, UnaryOperator<String> change)
            throws IOException {
        Map<String, byte[]> entries = entries(archive);
        String text = new String(entries.getOrDefault(entry, new byte[0]), StandardCharsets.UTF_8);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(entry + " does not hold " + from);
        }
        entries.put(entry, change.apply(text).getBytes(StandardCharsets.UTF_8));
        return write(archive, entries);
    }
}
