package fovea.deployment;

import fovea.problem.InvalidInputException;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// Reads a zip archive that others made: from front to back, into memory, within limits.
///
/// @param file the archive
record BundleReader(Path file) {
    private static final int MOST_ENTRIES = 64;

    /// Weights shrink by a few percent; what grows more than this when unpacked is a trap.
    private static final long MOST_GROWTH = 20;

    private static final int BUFFER = 1 << 16;

    /// @param wanted names of the entries to keep; others are passed over
    /// @throws InvalidInputException if it cannot be read, or holds more or other things than a
    ///   bundle may
    Map<String, byte[]> read(List<String> wanted) {
        Map<String, byte[]> entries = new HashMap<>();
        try (InputStream raw = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(new BufferedInputStream(raw, BUFFER))) {
            long left = largest();
            int count = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                check(entry, ++count);
                byte[] content = content(zip, left);
                left -= content.length;
                if (wanted.contains(entry.getName())
                        && entries.put(entry.getName(), content) != null) {
                    throw refused("it holds " + entry.getName() + " twice");
                }
            }
        } catch (ZipException | EOFException e) {
            throw refused("it is damaged or cut short (" + e.getMessage() + ")");
        } catch (IOException e) {
            throw InvalidInputException.unreadable(file, e);
        } catch (IllegalArgumentException e) {
            throw refused("it holds a name that is not text");
        }
        return entries;
    }

    private long largest() throws IOException {
        long memory = Runtime.getRuntime().maxMemory() / 2;
        return Math.min(Math.min(memory, Integer.MAX_VALUE), MOST_GROWTH * Files.size(file));
    }

    private void check(ZipEntry entry, int count) {
        if (count > MOST_ENTRIES) {
            throw refused("it holds more than " + MOST_ENTRIES + " files");
        }
        String name = entry.getName();
        if (name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || List.of(name.split("/")).contains("..")) {
            throw refused("it holds the path '" + name + "', which leads out of it");
        }
    }

    private byte[] content(ZipInputStream zip, long most) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            if (content.size() + (long) read > most) {
                throw refused(
                        "its files are larger unpacked than fits into memory or is believable");
            }
            content.write(buffer, 0, read);
        }
        return content.toByteArray();
    }

    private InvalidInputException refused(String cause) {
        return InvalidInputException.of(
                file.toString(), cause, "ask its maker for a whole bundle, or export it again");
    }
}
