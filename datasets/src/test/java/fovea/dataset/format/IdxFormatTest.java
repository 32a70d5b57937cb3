package fovea.dataset.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.dataset.Dataset;
import fovea.dataset.DatasetParts;
import fovea.problem.InvalidInputException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

final class IdxFormatTest {
    @TempDir private Path folder;

    private static byte[] images(int count, int height, int width) {
        ByteBuffer file = ByteBuffer.allocate(16 + count * height * width);
        file.putInt(0x803).putInt(count).putInt(height).putInt(width);
        for (int i = 0; file.hasRemaining(); i++) {
            file.put((byte) i);
        }
        return file.array();
    }

    private static byte[] labels(int... labels) {
        ByteBuffer file = ByteBuffer.allocate(8 + labels.length);
        file.putInt(0x801).putInt(labels.length);
        for (int label : labels) {
            file.put((byte) label);
        }
        return file.array();
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    @BeforeEach
    void writeAGoodDataset() throws IOException {
        write("train-images-idx3-ubyte", images(3, 2, 4));
        write("train-labels-idx1-ubyte", labels(2, 0, 1));
    }

    private String refusal() {
        return String.valueOf(
                assertThrows(InvalidInputException.class, () -> Datasets.open(folder))
                        .getMessage());
    }

    @Test
    void readsBigEndianImagesAndTheirLabels() {
        Dataset train = part("train");
        assertEquals(3, train.size());
        assertEquals(List.of("0", "1", "2"), train.classes().names());
        assertEquals(List.of(2), train.sample(0).labels());
        assertArrayEquals(
                new byte[] {8, 9, 10, 11, 12, 13, 14, 15}, train.sample(1).image().load().pixels());
        assertEquals(4, train.sample(1).image().load().width());
        assertThrows(IndexOutOfBoundsException.class, () -> train.sample(3));
    }

    @Test
    void readsZippedFilesAndShowsT10kAsTest() throws IOException {
        write("t10k-images-idx3-ubyte.gz", zipped(images(2, 2, 4)));
        write("t10k-labels-idx1-ubyte.gz", zipped(labels(1, 1)));
        DatasetParts parts = Datasets.open(folder);
        assertEquals(List.of("train", "test"), List.copyOf(parts.parts().keySet()));
        assertEquals(2, part("test").size());
        assertEquals(3, part("test").classes().size());
    }

    @Test
    void namesClassesFromTheFileBesideThem() throws IOException {
        write("classes.txt", "shirt\n\n coat \nsandal\nbag\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("shirt", "coat", "sandal", "bag"), part("train").classes().names());
    }

    private Dataset part(String name) {
        Dataset part = Datasets.open(folder).parts().get(name);
        if (part == null) {
            throw new AssertionError("no part " + name);
        }
        return part;
    }

    @Test
    void refusesTruncatedImages() throws IOException {
        byte[] whole = images(3, 2, 4);
        for (int length = 0; length < whole.length; length++) {
            write("train-images-idx3-ubyte", Arrays.copyOf(whole, length));
            assertTrue(refusal().contains("train-images-idx3-ubyte: "), refusal());
        }
        assertTrue(refusal().contains("promises 24 values"), refusal());
    }

    @Test
    void refusesTruncatedAndDamagedGzip() throws IOException {
        Files.delete(folder.resolve("train-images-idx3-ubyte"));
        byte[] whole = zipped(images(3, 2, 4));
        for (int length = 0; length < whole.length; length++) {
            write("train-images-idx3-ubyte.gz", Arrays.copyOf(whole, length));
            assertTrue(refusal().contains("train-images-idx3-ubyte.gz: "), refusal());
        }
        whole[whole.length / 2] ^= 0x55;
        write("train-images-idx3-ubyte.gz", whole);
        assertTrue(refusal().contains("download it again"), refusal());
    }

    @Test
    void refusesMoreValuesThanPromised() throws IOException {
        byte[] whole = images(3, 2, 4);
        write("train-images-idx3-ubyte", Arrays.copyOf(whole, whole.length + 1));
        assertTrue(refusal().contains("there are more"), refusal());
    }

    @Test
    void unpacksNoMoreOfAGzipBombThanItsHeaderPromises() throws IOException {
        Files.delete(folder.resolve("train-images-idx3-ubyte"));
        byte[] bomb = Arrays.copyOf(images(3, 2, 4), 50_000_000);
        write("train-images-idx3-ubyte.gz", zipped(bomb));
        assertTrue(refusal().contains("there are more"), refusal());
    }

    @Test
    void refusesSizesThatTheFileCannotHold() throws IOException {
        byte[] file = images(3, 2, 4);
        ByteBuffer.wrap(file).putInt(4, 2_000_000);
        write("train-images-idx3-ubyte", file);
        assertTrue(refusal().contains("at most"), refusal());
        ByteBuffer.wrap(file).putInt(4, Integer.MAX_VALUE).putInt(8, Integer.MAX_VALUE);
        write("train-images-idx3-ubyte", file);
        assertTrue(refusal().contains("2 GB"), refusal());
        ByteBuffer.wrap(file).putInt(4, -1);
        write("train-images-idx3-ubyte", file);
        refusal();
    }

    @Test
    void refusesAnotherMagicNumber() throws IOException {
        write("train-images-idx3-ubyte", labels(1, 2, 3, 4, 5, 6, 7, 8, 9));
        assertTrue(refusal().contains("0x00000801, not with 0x00000803"), refusal());
    }

    @Test
    void refusesLabelsOfAnotherLength() throws IOException {
        write("train-labels-idx1-ubyte", labels(2, 0));
        assertTrue(refusal().contains("2 labels for the 3 images"), refusal());
    }

    @Test
    void refusesLabelsAboveTheClassList() throws IOException {
        write("classes.txt", "shirt\ncoat".getBytes(StandardCharsets.UTF_8));
        assertTrue(refusal().contains("label 2, of sample 0, is above the last class"), refusal());
    }

    @Test
    void refusesImagesWithoutLabels() throws IOException {
        Files.delete(folder.resolve("train-labels-idx1-ubyte"));
        assertTrue(refusal().contains("add train-labels-idx1-ubyte"), refusal());
    }

    @Test
    void refusesClassNamesThatAreNotDistinctOrNotText() throws IOException {
        write("classes.txt", "shirt\ncoat\nshirt".getBytes(StandardCharsets.UTF_8));
        assertTrue(refusal().contains("'shirt' is there twice"), refusal());
        write("classes.txt", new byte[] {(byte) 0xFF, (byte) 0xC0, 10});
        assertTrue(refusal().contains("UTF-8"), refusal());
        write("classes.txt", new byte[] {10});
        assertTrue(refusal().contains("names no class"), refusal());
    }
}
