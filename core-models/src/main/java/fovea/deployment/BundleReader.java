package fovea.deployment;

import fovea.importing.Unpacking;
import fovea.problem.InvalidInputException;

import java.io.BufferedInputStream;
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

    private static final int BUFFER = 1 << 16;

    /// @param wanted names of the entries to keep; others are passed over
    /// @throws InvalidInputException if it cannot be read, or holds more or other things than a
    ///   bundle may
    Map<String, byte[]> read(List<String> wanted) {
        try {
            return read(wanted, Unpacking.of(file));
        } catch (IOException e) {
            throw InvalidInputException.unreadable(file, e);
        }
    }

    Map<String, byte[]> read(List<String> wanted, Unpacking limits) {
        Map<String, byte[]> entries = new HashMap<>();
        try (InputStream raw = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(new BufferedInputStream(raw, BUFFER))) {
            int count = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                check(entry, ++count);
                String name = entry.getName();
                if (!wanted.contains(name)) {
                    limits.pass(file.toString(), zip);
                } else if (entries.put(name, limits.keep(file + "!" + name, zip)) != null) {
                    throw refused("it holds " + name + " twice");
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

    private void check(ZipEntry entry, int count) {
        if (count > MOST_ENTRIES) {
            throw refused("it holds more than " + MOST_ENTRIES + " files");
        }
        if (Unpacking.leadsOut(entry.getName())) {
            throw refused("it holds the path '" + entry.getName() + "', which leads out of it");
        }
    }

    private InvalidInputException refused(String cause) {
        return InvalidInputException.of(
                file.toString(), cause, "ask its maker for a whole bundle, or export it again");
    }
}
