package fovea.imports.keras;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.importing.ImportedNet;
import fovea.imports.Archives;
import fovea.imports.ImportFixtures;
import fovea.imports.Json;
import fovea.problem.InvalidInputException;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// Files that are damaged or made to harm.
class HostileKerasTest {
    @TempDir private Path folder;

    private static ImportedNet read(Path file) {
        return ImportFixtures.read(new KerasImporter(), file, Optional.empty());
    }

    private static void assertRefused(Path file, String cause) {
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> read(file));
        assertTrue(String.valueOf(e.getMessage()).contains(cause), e::getMessage);
    }

    private Path archive(Map<String, byte[]> entries) throws IOException {
        return Archives.write(folder.resolve("net.keras"), entries);
    }

    @Test
    void aTruncatedFileIsRefusedWhereverItEnds() throws IOException {
        for (String name : new String[] {"sequential.keras", "sequential.h5"}) {
            Path file = ImportFixtures.unpacked("keras/" + name, folder);
            byte[] whole = Files.readAllBytes(file);
            for (int length = 2; length < whole.length - 1; length += whole.length / 40) {
                Files.write(file, Arrays.copyOf(whole, length));
                assertThrows(InvalidInputException.class, () -> read(file), name + " " + length);
            }
        }
    }

    /// A number in the weights may change unseen where the format has no checksum, but nothing else
    /// may happen.
    @Test
    void alteredBytesAreRefusedOrDoNoHarm() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        for (String name : new String[] {"functional.keras", "nested.h5"}) {
            Path file = ImportFixtures.unpacked("keras/" + name, folder);
            byte[] whole = Files.readAllBytes(file);
            for (int i = 0; i < 150; i++) {
                byte[] altered = whole.clone();
                // The first quarter holds most of the structure.
                altered[random.nextInt(whole.length / 4)] = (byte) random.nextInt(256);
                Files.write(file, altered);
                try {
                    read(file);
                } catch (InvalidInputException e) {
                    assertTrue(String.valueOf(e.getMessage()).contains(file.toString()));
                }
            }
        }
    }

    @Test
    void anEntryThatLeavesTheArchiveIsRefused() throws IOException {
        Path file = ImportFixtures.unpacked("keras/sequential.keras", folder);
        for (String name :
                new String[] {"../evil", "a/../../evil", "/evil", "..\\evil", "C:evil"}) {
            Map<String, byte[]> entries = Archives.entries(file);
            entries.put(name, new byte[1]);
            assertRefused(archive(entries), "leads out of the archive");
        }
    }

    @Test
    void tooManyEntriesAreRefused() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i <= 10_000; i++) {
            entries.put("e" + i, new byte[0]);
        }
        assertRefused(archive(entries), "it has 10001 entries");
    }

    @Test
    void aZipBombIsRefused() throws IOException {
        Path file = ImportFixtures.unpacked("keras/sequential.keras", folder);
        Map<String, byte[]> entries = Archives.entries(file);
        entries.put("model.weights.h5", new byte[50 << 20]);
        assertRefused(archive(entries), "a zip bomb");
    }

    @Test
    void aDescriptionNestedTooDeepIsRefused() throws IOException {
        Path file = ImportFixtures.unpacked("keras/sequential.keras", folder);
        Map<String, byte[]> entries = Archives.entries(file);
        entries.put("config.json", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        assertRefused(archive(entries), "it is not JSON");
    }

    @Test
    void weightsThatTheFileCannotHoldAreRefused() throws IOException {
        Path file = ImportFixtures.unpacked("keras/sequential.keras", folder);
        Archives.edited(file, "config.json", "\"units\": 6", "\"units\": 6000000");
        assertRefused(file, "and the whole file has");
    }

    @Test
    void anEntryThatIsTooLargeForTheMemoryIsRefusedUnread() throws IOException {
        Path file = ImportFixtures.unpacked("keras/sequential.keras", folder);
        long most = Runtime.getRuntime().maxMemory() / 4;
        byte[] whole = Files.readAllBytes(file);
        ByteBuffer archive = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        int entry = centralEntry(archive, "model.weights.h5");
        archive.putInt(entry + 24, (int) Math.min(most + 1, 0xffff_fffeL));
        // Long enough that it would be believed.
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            long filling = most / 10;
            out.setLength(0);
            out.seek(filling);
            out.write(whole);
        }
        assertRefused(file, "a quarter of the memory this program may use");
    }

    private static int centralEntry(ByteBuffer archive, String name) {
        for (int at = archive.capacity() - 22; at >= 0; at--) {
            if (archive.getInt(at) == 0x02014b50 && archive.getShort(at + 28) == name.length()) {
                byte[] found = new byte[name.length()];
                archive.get(at + 46, found);
                if (new String(found, StandardCharsets.UTF_8).equals(name)) {
                    return at;
                }
            }
        }
        throw new IllegalArgumentException("no entry " + name);
    }

    @Test
    void aTextThatIsLongerThanItMayBeIsRefused() throws IOException {
        Path file = ImportFixtures.unpacked("keras/sequential.h5", folder);
        try (Hdf hdf = Hdf.open(file)) {
            int length = hdf.text("", "model_config", Json.MOST_BYTES).orElseThrow().length();
            assertTrue(hdf.text("", "model_config", length).isPresent());
            String message =
                    String.valueOf(
                            assertThrows(
                                            InvalidInputException.class,
                                            () -> hdf.text("", "model_config", length - 1))
                                    .getMessage());
            assertTrue(message.contains("it holds a text of " + length + " bytes"), message);
        }
    }

    @Test
    void weightsWithoutTheirModelAreRefused() throws IOException {
        Path file = ImportFixtures.unpacked("keras/sequential.keras", folder);
        Path weights = folder.resolve("net.weights.h5");
        Files.write(weights, Archives.entries(file).getOrDefault("model.weights.h5", new byte[0]));
        assertRefused(weights, "it holds weights only");
    }

    @Test
    void anHdfFileOfSomethingElseIsRefused() {
        Path file = folder.resolve("other.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putDataset("numbers", new float[] {1, 2, 3});
        }
        assertRefused(file, "it holds weights only");
    }

    @Test
    void whatIsNoModelIsNotRecognised() throws IOException {
        Path text = Files.writeString(folder.resolve("net.keras"), "PKnot really");
        assertThrows(InvalidInputException.class, () -> new KerasImporter().recognises(text));
        Path other = Files.writeString(folder.resolve("net.h5"), "hello");
        assertTrue(!new KerasImporter().recognises(other));
    }
}
