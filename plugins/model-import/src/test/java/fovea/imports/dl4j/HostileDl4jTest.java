package fovea.imports.dl4j;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.imports.Archives;
import fovea.imports.ImportFixtures;
import fovea.problem.InvalidInputException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;

class HostileDl4jTest {
    private static final String COEFFICIENTS = "coefficients.bin";

    @TempDir private Path folder;
    private Path file = Path.of("");
    private Map<String, byte[]> entries = Map.of();

    @BeforeEach
    void unpack() throws IOException {
        file = ImportFixtures.unpacked("dl4j/labels.zip", folder);
        entries = Archives.entries(file);
    }

    private void read() {
        ImportFixtures.read(new Dl4jImporter(), file, Optional.empty());
    }

    private void assertRefused(String cause) throws IOException {
        Archives.write(file, entries);
        assertReadRefused(cause);
    }

    private void assertReadRefused(String cause) {
        InvalidInputException e = assertThrows(InvalidInputException.class, this::read);
        assertTrue(String.valueOf(e.getMessage()).contains(cause), e::getMessage);
        assertTrue(String.valueOf(e.getMessage()).contains(file.toString()), e::getMessage);
    }

    private byte[] coefficients() {
        return Objects.requireNonNull(entries.get(COEFFICIENTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"preprocessor.bin", "normalizer.bin"})
    void aSerializedNormalizerIsRefusedUnread(String name) throws IOException {
        // What Java serialization begins with.
        entries.put(name, new byte[] {(byte) 0xac, (byte) 0xed, 0, 5});
        assertRefused("Java objects from a file can run code");
    }

    @Test
    void otherObjectsAreRefused() throws IOException {
        entries.put("objects/mine", new byte[] {1});
        assertRefused("something besides a model");
    }

    @Test
    void anEntryThatLeavesTheArchiveIsRefused() throws IOException {
        entries.put("../evil", new byte[1]);
        assertRefused("leads out of the archive");
    }

    @Test
    void truncatedNumbersAreRefused() throws IOException {
        byte[] whole = coefficients();
        for (int length = 0; length < whole.length; length += 97) {
            entries.put(COEFFICIENTS, Arrays.copyOf(whole, length));
            assertRefused("cannot be read");
        }
    }

    @Test
    void anInventedLengthIsRefused() throws IOException {
        byte[] altered = coefficients().clone();
        ByteBuffer.wrap(altered).putLong(2 + "MIXED_DATA_TYPES".length(), Long.MAX_VALUE);
        entries.put(COEFFICIENTS, altered);
        assertRefused("it announces 9223372036854775807 numbers");
    }

    @Test
    void numbersThatBelongToNoLayerAreRefused() throws IOException {
        Archives.edited(
                file, "configuration.json", "\"depthMultiplier\" : 2", "\"depthMultiplier\" : 1");
        assertThrows(InvalidInputException.class, this::read);
    }

    @Test
    void aTruncatedArchiveIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length = 2; length < whole.length - 1; length += whole.length / 30) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThrows(InvalidInputException.class, this::read);
        }
    }

    @Test
    void alteredBytesAreRefusedOrDoNoHarm() throws IOException {
        SplittableRandom random = new SplittableRandom(4);
        byte[] whole = coefficients();
        for (int i = 0; i < 200; i++) {
            byte[] altered = whole.clone();
            altered[random.nextInt(120)] = (byte) random.nextInt(256);
            entries.put(COEFFICIENTS, altered);
            Archives.write(file, entries);
            try {
                read();
            } catch (InvalidInputException e) {
                assertTrue(String.valueOf(e.getMessage()).contains(file.toString()));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "layers.Upsampling2D | layers.Mystery | layers of the class 'Mystery' are not"
                        + " known",
                "impl.ActivationSELU | impl.ActivationMine | 'ActivationMine' is not known",
                "org.deeplearning4j.nn.conf.layers.Cropping2D | evil.Cropping2D | are not known",
                "\"poolingType\" : \"AVG\" | \"poolingType\" : \"PNORM\" | it pools by 'PNORM'",
                "\"convolutionMode\" : \"Same\" | \"convolutionMode\" : \"Causal\" | mode is"
                        + " 'Causal'",
                "\"poolingType\" : \"AVG\" | \"poolingType\" : 7 | its 'poolingType' is 7, which"
                        + " cannot be",
                "\"avgPoolIncludePadInDivisor\" : false | \"avgPoolIncludePadInDivisor\" :"
                        + " \"no\" | 'avgPoolIncludePadInDivisor' is \"no\", which cannot be",
                "\"confs\" | \"konfs\" | it is no configuration of a net",
            })
    void saysWhatStandsAgainstIt(String from, String to, String cause) throws IOException {
        String written = from.replace("layers.Cropping2D", "layers.convolutional.Cropping2D");
        Archives.edited(file, "configuration.json", written, to);
        assertReadRefused(cause);
    }
}
