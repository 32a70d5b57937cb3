package fovea.dataset.format;

import fovea.problem.InvalidInputException;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// One IDX file of unsigned bytes, plain or gzipped (LeCun's format of the MNIST database): a magic
/// number, the sizes in big-endian order, the values.
final class IdxFile {
    private static final int UNSIGNED_BYTES = 8;
    // Deflate cannot pack more than this many bytes into one.
    private static final long MOST_DEFLATED = 1032;
    private static final long MOST_BYTES = Integer.MAX_VALUE - 16;

    private final List<Integer> sizes;
    private final byte[] values;

    private IdxFile(List<Integer> sizes, byte[] values) {
        this.sizes = List.copyOf(sizes);
        this.values = values;
    }

    /// The first is the number of entries.
    List<Integer> sizes() {
        return sizes;
    }

    /// All entries one after another; to be read only.
    byte[] values() {
        return values;
    }

    /// @throws InvalidInputException if the magic number is another, or the file holds more or
    ///   fewer values than its sizes say; no more memory is taken than the sizes and the file allow
    static IdxFile read(Path file, int dimensions) {
        try (InputStream in = open(file)) {
            ByteBuffer magic = ByteBuffer.wrap(header(file, in, 4));
            requireMagic(file, magic.getInt(), dimensions);
            ByteBuffer header = ByteBuffer.wrap(header(file, in, 4 * dimensions));
            List<Integer> sizes = new ArrayList<>();
            long count = 1;
            for (int i = 0; i < dimensions; i++) {
                int size = header.getInt();
                requireSize(file, size, count);
                sizes.add(size);
                count *= size;
            }
            requirePossible(file, count);
            byte[] values = in.readNBytes((int) count);
            if (values.length < count) {
                throw wrongLength(
                        file,
                        "its header promises %d values and there are only %d"
                                .formatted(count, values.length));
            }
            if (in.read() >= 0) {
                throw wrongLength(
                        file, "its header promises %d values and there are more".formatted(count));
            }
            return new IdxFile(sizes, values);
        } catch (EOFException e) {
            throw InvalidInputException.of(
                    file.toString(),
                    "the file is cut off inside its gzip data",
                    "download it again");
        } catch (ZipException e) {
            throw InvalidInputException.of(
                    file.toString(),
                    "its gzip data are damaged (" + e.getMessage() + ")",
                    "download it again");
        } catch (IOException e) {
            throw InvalidInputException.unreadable(file, e);
        }
    }

    private static boolean zipped(Path file) {
        return file.toString().endsWith(".gz");
    }

    private static InputStream open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        try {
            return zipped(file)
                    ? new GZIPInputStream(raw, 1 << 16)
                    : new BufferedInputStream(raw, 1 << 16);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static byte[] header(Path file, InputStream in, int length) throws IOException {
        byte[] header = in.readNBytes(length);
        if (header.length < length) {
            throw InvalidInputException.of(
                    file.toString(), "the file is cut off inside its header", "download it again");
        }
        return header;
    }

    private static void requireMagic(Path file, int magic, int dimensions) {
        int wanted = UNSIGNED_BYTES << 8 | dimensions;
        if (magic != wanted) {
            throw InvalidInputException.of(
                    file.toString(),
                    "it begins with 0x%08X, not with 0x%08X as an IDX file of %d dimensions does"
                            .formatted(magic, wanted, dimensions),
                    "check that it is the right file and was not converted or unpacked halfway");
        }
    }

    private static void requireSize(Path file, int size, long before) {
        if (size < 0 || before * size > MOST_BYTES) {
            throw InvalidInputException.of(
                    file.toString(),
                    "its header claims more than 2 GB of values",
                    "download it again, or cut it into several datasets");
        }
    }

    private static void requirePossible(Path file, long count) throws IOException {
        long most = Files.size(file) * (zipped(file) ? MOST_DEFLATED : 1);
        if (count > most) {
            throw wrongLength(
                    file,
                    "its header promises %d values and there are at most %d"
                            .formatted(count, most));
        }
        if (count > Runtime.getRuntime().maxMemory() / 2) {
            throw InvalidInputException.of(
                    file.toString(),
                    "it holds %d MB, too much for the memory this program may use"
                            .formatted(count / 1_000_000),
                    "give Java more memory (FOVEA_JAVA_OPTS=-Xmx8g), or cut the file into several"
                            + " datasets");
        }
    }

    private static InvalidInputException wrongLength(Path file, String cause) {
        return InvalidInputException.of(file.toString(), cause, "download it again");
    }
}
