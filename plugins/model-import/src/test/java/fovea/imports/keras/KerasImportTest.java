package fovea.imports.keras;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.classification.ImportedClassifier;
import fovea.importing.Ending;
import fovea.importing.ImageSize;
import fovea.importing.ImportedNet;
import fovea.importing.PixelScale;
import fovea.imports.ImportFixtures;
import fovea.model.layered.Layered;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class KerasImportTest {
    private static final double TOLERANCE = 1e-5;

    @TempDir private Path folder;

    private ImportedNet net(String name) throws IOException {
        return net(name, Optional.empty());
    }

    private ImportedNet net(String name, Optional<String> size) throws IOException {
        Path file = ImportFixtures.unpacked("keras/" + name, folder);
        assertTrue(new KerasImporter().recognises(file), name);
        return ImportFixtures.read(new KerasImporter(), file, size);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sequential.keras", "sequential.h5", "functional.keras", "functional.h5",
                "binary.h5", "labels.keras", "nested.keras", "nested.h5",
                "keras2.keras", "keras2.h5", "logits2.h5"
            })
    void computesWhatKerasComputes(String name) throws IOException {
        String expected = "keras/" + name.substring(0, name.indexOf('.')) + ".json";
        double difference = ImportFixtures.difference(net(name), expected);
        assertTrue(difference < TOLERANCE, name + " differs by " + difference);
    }

    @Test
    void theTwoKindsOfFileGiveTheSameNet() throws IOException {
        ImportedNet archive = net("functional.keras");
        ImportedNet legacy = net("functional.h5");
        assertEquals(archive.layers(), legacy.layers());
        assertEquals(archive.weights().tensors().keySet(), legacy.weights().tensors().keySet());
    }

    @Test
    void theLastDenseLayerIsTheHead() throws IOException {
        ImportedNet net = net("sequential.h5");
        Ending.Linear head = assertInstanceOf(Ending.Linear.class, net.ending());
        assertEquals(List.of(4, 6), head.weight().shape());
        assertEquals(Ending.Scores.SOFTMAX, head.scores());
        assertEquals("Keras 3.15.1", net.origin());
        assertEquals(new ImageSize(1, 13, 11), net.size());
    }

    @Test
    void aSingleSigmoidBecomesTwoClasses() throws IOException {
        ImportedClassifier classifier =
                ImportedClassifier.of(net("binary.h5"), "binary.h5", Optional.empty());
        assertEquals(2, classifier.classes());
        assertEquals(List.of(2, 4), classifier.weights().tensor("head.weight").shape());
        assertEquals(0, classifier.weights().tensor("head.weight").data().get(3));
    }

    @Test
    void aNetThatEndsWithoutADenseLayerGetsAHeadThatPassesItsOutputsOn() throws IOException {
        ImportedNet net = net("nested.keras");
        assertEquals(new Ending.Direct(5, Ending.Scores.SOFTMAX), net.ending());
        ImportedClassifier classifier =
                ImportedClassifier.of(net, "nested.keras", Optional.empty());
        assertEquals(1, classifier.weights().tensor("head.weight").data().get(6));
    }

    @Test
    void aNetWithoutClassesWaitsForAHead() throws IOException {
        ImportedNet net = net("features.keras", Optional.of("3x10x8"));
        assertEquals(new Ending.Open(4), net.ending());
        ImportedClassifier classifier =
                ImportedClassifier.of(net, "features.keras", Optional.of(7));
        assertEquals(ImportedClassifier.Head.NEW, classifier.head());
        assertEquals(7, classifier.classes());
    }

    @Test
    void rescalingAtTheFrontBecomesTheScaleOfThePixels() throws IOException {
        ImportedNet net = net("binary.h5");
        assertEquals(Optional.of(new PixelScale(List.of(0.5), List.of(0.5))), net.scale());
        assertTrue(
                net.layers().layers().stream()
                        .map(Layered.Entry::name)
                        .noneMatch(name -> name.startsWith("rescaling")));
    }

    @Test
    void augmentationIsLeftOutAndTold() throws IOException {
        ImportedNet net = net("labels.keras");
        assertEquals(1, net.notes().size());
        assertTrue(net.notes().getFirst().place().endsWith("layer 'random_flip'"));
    }
}
