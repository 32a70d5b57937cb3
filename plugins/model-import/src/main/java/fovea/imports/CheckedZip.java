package fovea.imports;

import fovea.importing.Unpacking;
import fovea.problem.InvalidInputException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// A zip archive whose entries were checked before any is read: their number, their names, their
/// sizes. Nothing is unpacked to disk, and into memory no more than [Unpacking] allows.
public final class CheckedZip implements AutoCloseable {
    private static final int MOST_ENTRIES = 10_000;
    private static final String CURE = "get the file again from someone you trust";

    private final Path path;
    private final ZipFile zip;
    private final Unpacking limits;

    private CheckedZip(Path path, Unpacking limits, ZipFile zip) {
        this.path = path;
        this.zip = zip;
        this.limits = limits;
    }

    /// @throws InvalidInputException if it is no zip archive, or an entry cannot be trusted
    public static CheckedZip open(Path path) {
        CheckedZip checked = new CheckedZip(path, limits(path), zip(path));
        try {
            checked.check();
        } catch (RuntimeException e) {
            checked.close();
            throw e;
        }
        return checked;
    }

    private static Unpacking limits(Path path) {
        try {
            return Unpacking.of(path);
        } catch (IOException e) {
            throw InvalidInputException.unreadable(path, e);
        }
    }

    private static ZipFile zip(Path path) {
        try {
            return new ZipFile(path.toFile());
        } catch (java.util.zip.ZipException e) {
            throw InvalidInputException.of(
                    path.toString(),
                    "it is no whole zip archive (" + e.getMessage() + ")",
                    "copy the file again, it may have been cut short");
        } catch (IOException e) {
            throw InvalidInputException.unreadable(path, e);
        } catch (IllegalArgumentException e) {
            throw refused(path.toString(), "the names of its entries are damaged");
        }
    }

    private void check() {
        if (zip.size() > MOST_ENTRIES) {
            throw refused(path.toString(), "it has " + zip.size() + " entries");
        }
        Set<String> names = new HashSet<>();
        for (ZipEntry entry : zip.stream().toList()) {
            String place = path + ": " + shown(entry.getName());
            if (!names.add(entry.getName())) {
                throw refused(place, "this entry is there twice");
            }
            if (Unpacking.leadsOut(entry.getName())) {
                throw refused(place, "the name of this entry leads out of the archive");
            }
        }
    }

    /// The names of all entries.
    public List<String> names() {
        return zip.stream().map(ZipEntry::getName).toList();
    }

    public boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /// The content of an entry.
    ///
    /// @param most bytes it may have
    /// @return empty if there is no such entry
    /// @throws InvalidInputException if it is damaged, too large for the memory or packed like a
    ///   bomb
    public Optional<byte[]> read(String name, long most) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        String place = path + ": " + name;
        long size = entry.getSize();
        if (size > most) {
            throw refused(place, "this entry has " + size + " bytes, more than it may");
        }
        limits.announce(place, size);
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = limits.keep(place, in);
            if (content.length != size) {
                throw refused(place, "this entry has another size than the archive says");
            }
            CRC32 sum = new CRC32();
            sum.update(content);
            if (sum.getValue() != entry.getCrc()) {
                throw new IOException("its checksum is wrong");
            }
            return Optional.of(content);
        } catch (IOException e) {
            throw InvalidInputException.of(
                    place,
                    "this entry is damaged (" + e.getMessage() + ")",
                    "copy the file again, it may have been cut short");
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            return;
        }
    }

    private static InvalidInputException refused(String place, String cause) {
        return InvalidInputException.of(place, cause, CURE);
    }

    /// A name as a message can hold it.
    private static String shown(String name) {
        String line = name.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= 80 ? line : line.substring(0, 80) + "…";
    }
}
