package fovea.checkpoint;

import fovea.problem.InvalidInputException;
import fovea.tensor.HostTensor;
import fovea.tensor.Layout;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.CRC32C;

/// Reads and writes the safetensors format (huggingface/safetensors, format description of 2022): a
/// little-endian `u64` header length, a JSON header, and the raw little-endian data. Only F32 is
/// read. A CRC32C of the other metadata and the data travels in the metadata under `crc32c`.
final class SafeTensors {
    private static final String CHECKSUM = "crc32c";
    private static final int LENGTH_BYTES = Long.BYTES;
    private static final int SKIMMED = 1 << 20;
    private static final long LARGEST_HEADER = 100_000_000;

    private SafeTensors() {}

    /// The way out for whom a file is damaged.
    static String cure(Path damaged) {
        String other = damaged.endsWith("best.safetensors") ? "last" : "best";
        return "copy the file again, or use another checkpoint of the run such as "
                + other
                + ".safetensors";
    }

    static void write(WritableByteChannel out, TensorFile file) throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>(file.metadata());
        CRC32C crc = checksum(metadata);
        file.tensors().values().forEach(tensor -> crc.update(bytes(tensor)));
        metadata.put(CHECKSUM, Long.toHexString(crc.getValue()));
        byte[] header = TensorHeader.of(file.tensors(), metadata).encode();
        ByteBuffer start =
                ByteBuffer.allocate(LENGTH_BYTES + header.length).order(ByteOrder.LITTLE_ENDIAN);
        writeFully(out, start.putLong(header.length).put(header).flip());
        for (HostTensor tensor : file.tensors().values()) {
            writeFully(out, bytes(tensor));
        }
    }

    static TensorFile read(Path path) {
        return read(path, name -> true);
    }

    /// Reads the tensors whose names are wanted, and checks the data of all.
    ///
    /// @throws InvalidInputException if the file is missing, damaged or cut short
    static TensorFile read(Path path, Predicate<String> wanted) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long start = LENGTH_BYTES + headerLength(channel);
            TensorHeader header = header(channel, start);
            Map<String, HostTensor> tensors = new LinkedHashMap<>();
            CRC32C crc = checksum(header.metadata());
            for (TensorHeader.Entry entry : header.entries()) {
                if (wanted.test(entry.name())) {
                    HostTensor tensor = HostTensor.zeros(Layout.CONTIGUOUS, entry.shape());
                    readFully(channel, bytes(tensor), start + entry.begin());
                    crc.update(bytes(tensor));
                    tensors.put(entry.name(), tensor);
                } else {
                    skim(channel, start + entry.begin(), start + entry.end(), crc);
                }
            }
            compare(header.metadata().get(CHECKSUM), crc);
            return new TensorFile(tensors, header.metadata());
        } catch (TensorHeader.Malformed e) {
            throw InvalidInputException.of(path.toString(), e.reason(), cure(path));
        } catch (EOFException e) {
            throw InvalidInputException.of(path.toString(), "it is cut short", cure(path));
        } catch (IOException e) {
            throw InvalidInputException.unreadable(path, e);
        }
    }

    private static long headerLength(FileChannel channel)
            throws IOException, TensorHeader.Malformed {
        ByteBuffer length = ByteBuffer.allocate(LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        readFully(channel, length, 0);
        long value = length.getLong(0);
        if (value < 0 || value > LARGEST_HEADER) {
            throw new TensorHeader.Malformed("it is not a safetensors file");
        }
        if (value > channel.size() - LENGTH_BYTES) {
            throw new TensorHeader.Malformed("it is cut short within its header");
        }
        return value;
    }

    private static TensorHeader header(FileChannel channel, long start)
            throws IOException, TensorHeader.Malformed {
        byte[] json = new byte[Math.toIntExact(start - LENGTH_BYTES)];
        readFully(channel, ByteBuffer.wrap(json), LENGTH_BYTES);
        return TensorHeader.decode(json, channel.size() - start);
    }

    private static void skim(FileChannel channel, long from, long to, CRC32C crc)
            throws IOException {
        ByteBuffer part = ByteBuffer.allocate(SKIMMED);
        for (long at = from; at < to; at += part.limit()) {
            part.clear().limit((int) Math.min(SKIMMED, to - at));
            readFully(channel, part, at);
            crc.update(part.flip());
        }
    }

    private static void compare(@Nullable String announced, CRC32C crc)
            throws TensorHeader.Malformed {
        if (announced != null && !announced.equals(Long.toHexString(crc.getValue()))) {
            throw new TensorHeader.Malformed("its content does not match its checksum");
        }
    }

    private static CRC32C checksum(Map<String, String> metadata) {
        CRC32C crc = new CRC32C();
        metadata.forEach(
                (key, text) -> {
                    if (!key.equals(CHECKSUM)) {
                        crc.update((key + '\0' + text + '\0').getBytes(StandardCharsets.UTF_8));
                    }
                });
        return crc;
    }

    /// The tensor's own memory.
    private static ByteBuffer bytes(HostTensor tensor) {
        if (tensor.layout() != Layout.CONTIGUOUS) {
            throw new IllegalArgumentException("only contiguous tensors are saved");
        }
        return MemorySegment.ofBuffer(tensor.data().duplicate().rewind()).asByteBuffer();
    }

    private static void writeFully(WritableByteChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static void readFully(FileChannel channel, ByteBuffer into, long position)
            throws IOException {
        long at = position;
        while (into.hasRemaining()) {
            int count = channel.read(into, at);
            if (count < 0) {
                throw new EOFException();
            }
            at += count;
        }
    }
}
