package fovea.imports.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.importing.ImageSize;
import fovea.importing.ImportedNet;
import fovea.imports.ImportFixtures;
import fovea.imports.keras.KerasImporter;
import fovea.problem.InvalidInputException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

class Dl4jImportTest {
    private static final double TOLERANCE = 1e-5;

    @TempDir private Path folder;

    private ImportedNet net(String name, Optional<String> size) throws IOException {
        Path file = ImportFixtures.unpacked("dl4j/" + name + ".zip", folder);
        assertTrue(new Dl4jImporter().recognises(file));
        return ImportFixtures.read(new Dl4jImporter(), file, size);
    }

    @ParameterizedTest
    @CsvSource({"sequential, 1x13x11", "labels,", "graph, 3x16x15", "nhwc, 3x6x5", "nhwc2, 3x9x10"})
    void computesWhatDeeplearning4jComputes(String name, @Nullable String size) throws IOException {
        double difference =
                ImportFixtures.difference(
                        net(name, Optional.ofNullable(size)), "dl4j/" + name + ".json");
        assertTrue(difference < TOLERANCE, name + " differs by " + difference);
    }

    @Test
    void aNetOfVectorsTellsTheSizeOfItsImages() throws IOException {
        assertEquals(new ImageSize(3, 12, 14), net("labels", Optional.empty()).size());
    }

    @Test
    void asksForTheSizeWhereTheFileDoesNotTellIt() {
        InvalidInputException e =
                assertThrows(
                        InvalidInputException.class, () -> net("sequential", Optional.empty()));
        assertTrue(String.valueOf(e.getMessage()).contains("--size 1x224x224"), e::getMessage);
    }

    @Test
    void aSizeThatDoesNotFitTheDenseLayerIsRefused() {
        InvalidInputException e =
                assertThrows(
                        InvalidInputException.class,
                        () -> net("sequential", Optional.of("1x28x28")));
        assertTrue(String.valueOf(e.getMessage()).contains("its layer needs"), e::getMessage);
    }

    @Test
    void archivesOfKerasAreNotTakenForItsOwn() throws IOException {
        Path keras = ImportFixtures.unpacked("keras/features.keras", folder);
        Path own = ImportFixtures.unpacked("dl4j/nhwc.zip", folder);
        assertEquals(false, new Dl4jImporter().recognises(keras));
        assertEquals(false, new KerasImporter().recognises(own));
    }
}
