package fovea.importing;

import fovea.problem.InvalidInputException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How much may come out of one archive that others made: at most a quarter of the memory this
/// program may use is kept, since putting an array together takes twice its length, and all that is
/// unpacked, kept or not, must be believable of a file of its length. Bytes are counted while they
/// are unpacked, whatever the archive says of itself.
public final class Unpacking {
    /// Weights shrink by a few percent; what grows more than this when unpacked is a trap.
    private static final int MOST_GROWTH = 20;

    /// Grows as it likes: texts, and weights that are all 0.
    private static final long SMALL = 16L << 20;

    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 64;
    private static final int BUFFER = 1 << 16;

    private final long believable;
    private final long memory;
    private long unpacked;
    private long kept;

    /// @param length of the archive, in bytes
    /// @param memory that this program may use, in bytes
    public Unpacking(long length, long memory) {
        this.believable = Math.max(SMALL, MOST_GROWTH * length);
        this.memory = Math.min(memory / 4, LONGEST_ARRAY - 1);
    }

    /// For an archive that is read by this program as it runs now.
    public static Unpacking of(Path archive) throws IOException {
        return new Unpacking(Files.size(archive), Runtime.getRuntime().maxMemory());
    }

    /// Whether the name of an entry leads out of the folder that the archive would be unpacked to.
    public static boolean leadsOut(String name) {
        String plain = name.replace('\\', '/');
        return plain.startsWith("/")
                || plain.contains(":")
                || plain.indexOf('\0') >= 0
                || List.of(plain.split("/", -1)).contains("..");
    }

    /// Refuses an entry for the length that the archive says it has, before anything of it is
    /// unpacked.
    ///
    /// @param place what messages call the entry
    /// @throws InvalidInputException if it is longer than what may still come
    public void announce(String place, long length) {
        requireBelievable(place, length);
        requireMemory(place, length);
    }

    /// The rest of an entry.
    ///
    /// @param place what messages call the entry
    /// @throws InvalidInputException if it is longer than what may still come
    public byte[] keep(String place, InputStream entry) throws IOException {
        long left = Math.min(believable - unpacked, memory - kept);
        byte[] content = entry.readNBytes((int) left + 1);
        announce(place, content.length);
        unpacked += content.length;
        kept += content.length;
        return content;
    }

    /// Reads over the rest of an entry, which takes no memory.
    ///
    /// @param place what messages call the entry
    /// @throws InvalidInputException if it is longer than what may still come
    public void pass(String place, InputStream entry) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = entry.read(buffer); read >= 0; read = entry.read(buffer)) {
            requireBelievable(place, read);
            unpacked += read;
        }
    }

    private void requireBelievable(String place, long more) {
        if (more > believable - unpacked) {
            throw InvalidInputException.of(
                    place,
                    "unpacked it is more than %d times as long as the whole file (a zip bomb)"
                            .formatted(MOST_GROWTH),
                    "get the file again from someone you trust");
        }
    }

    private void requireMemory(String place, long more) {
        if (more > memory - kept) {
            throw InvalidInputException.of(
                    place,
                    "unpacked it takes more than %d MB, a quarter of the memory this program may use"
                            .formatted(memory >> 20),
                    "give Java more memory (FOVEA_JAVA_OPTS=-Xmx8g)");
        }
    }
}
