package fovea.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.problem.InvalidInputException;
import fovea.tensor.HostTensor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class SafeTensorsTest {
    @TempDir private Path folder;

    private static TensorFile example() {
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        tensors.put("a/weight", HostTensor.of(List.of(2, 3), 1, -2, 3.5f, Float.NaN, 0, -0f));
        tensors.put("b", HostTensor.of(List.of(), 7));
        tensors.put("empty", HostTensor.of(List.of(0, 4)));
        return new TensorFile(tensors, Map.of("note", "ünïcode \"quoted\"\nline"));
    }

    private static byte[] bytes(TensorFile file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SafeTensors.write(Channels.newChannel(out), file);
        return out.toByteArray();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("x.safetensors"), content);
    }

    private Path file(String header, int dataBytes) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer all =
                ByteBuffer.allocate(8 + json.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        return file(all.putLong(json.length).put(json).array());
    }

    private static String cause(Path file) {
        InvalidInputException e =
                assertThrows(InvalidInputException.class, () -> SafeTensors.read(file));
        assertTrue(e.problems().getFirst().place().endsWith("x.safetensors"));
        assertTrue(e.problems().getFirst().cure().contains("checkpoint"));
        return e.problems().getFirst().cause();
    }

    @Test
    void whatIsWrittenIsReadBitForBit() throws IOException {
        TensorFile read = SafeTensors.read(file(bytes(example())));
        assertEquals(
                List.copyOf(example().tensors().keySet()), List.copyOf(read.tensors().keySet()));
        example()
                .tensors()
                .forEach(
                        (name, tensor) -> {
                            HostTensor other =
                                    read.tensors().getOrDefault(name, HostTensor.zeros(9));
                            assertEquals(tensor.shape(), other.shape());
                            assertArrayEquals(tensor.toArray(), other.toArray());
                        });
        assertEquals("ünïcode \"quoted\"\nline", read.metadata().get("note"));
    }

    @Test
    void theFileIsLaidOutAsTheFormatSays() throws IOException {
        byte[] bytes = bytes(example());
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long length = buffer.getLong(0);
        String header = new String(bytes, 8, (int) length, StandardCharsets.UTF_8);
        assertEquals(0, length % 8);
        assertTrue(header.startsWith("{"));
        assertTrue(
                header.contains(
                        "\"a/weight\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]}"),
                header);
        assertEquals(3.5f, buffer.getFloat((int) (8 + length) + 8));
        assertEquals(8 + length + 28, bytes.length);
    }

    @Test
    void readsAFileOfAnotherProgram() throws IOException {
        String header = "{\"w\":{\"data_offsets\":[0,8],\"shape\":[2],\"dtype\":\"F32\"}}   ";
        assertArrayEquals(
                new float[2],
                SafeTensors.read(file(header, 8))
                        .tensors()
                        .getOrDefault("w", HostTensor.zeros(1))
                        .toArray());
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        byte[] whole = bytes(example());
        for (int length = 0; length < whole.length; length++) {
            String cause = cause(file(Arrays.copyOf(whole, length)));
            assertTrue(cause.contains("cut short"), length + ": " + cause);
        }
    }

    @Test
    void aFlippedBitInTheDataIsRefused() throws IOException {
        byte[] damaged = bytes(example());
        damaged[damaged.length - 6] ^= 4;
        assertEquals("its content does not match its checksum", cause(file(damaged)));
    }

    @Test
    void aFlippedBitIsNoticedInTensorsThatAreNotWanted() throws IOException {
        byte[] damaged = bytes(example());
        damaged[damaged.length - 6] ^= 4;
        Path file = file(damaged);
        InvalidInputException e =
                assertThrows(
                        InvalidInputException.class, () -> SafeTensors.read(file, name -> false));
        assertEquals("its content does not match its checksum", e.problems().getFirst().cause());
    }

    @Test
    void moreBytesThanAnnouncedAreRefused() throws IOException {
        byte[] whole = bytes(example());
        assertEquals(
                "2 bytes follow the last tensor",
                cause(file(Arrays.copyOf(whole, whole.length + 2))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[0,4]}} | only F32 is"
                        + " read",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}} | needs 8 bytes",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}} | has the shape",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}} | leaves a gap",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}} | needs 4 bytes",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[-4,0]}} | has the"
                        + " offsets",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0]}} | has the offsets",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}"
                    + " | overlaps",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[65536,65536,65536,65536],\"data_offsets\":[0,8]}}"
                    + " | larger than 2 GB",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"a\":{}} | not"
                        + " valid JSON",
                "[1,2] | not a JSON object",
                "{\"a\": | not valid JSON"
            })
    void malformedHeadersAreRefused(String header, String reason) throws IOException {
        String cause = cause(file(header, 8));
        assertTrue(cause.contains(reason), cause);
    }

    @Test
    void aHeaderOfAbsurdLengthIsRefusedWithoutReadingIt() throws IOException {
        ByteBuffer start = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(
                "it is not a safetensors file",
                cause(file(start.putLong(0, Long.MAX_VALUE).array())));
        assertEquals("it is not a safetensors file", cause(file(start.putLong(0, -1).array())));
    }
}
