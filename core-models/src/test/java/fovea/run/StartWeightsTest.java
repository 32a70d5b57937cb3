package fovea.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.checkpoint.Checkpoint;
import fovea.checkpoint.Origin;
import fovea.checkpoint.Position;
import fovea.engine.TrainingState;
import fovea.engine.Weights;
import fovea.problem.InvalidInputException;
import fovea.sample.ClassList;
import fovea.tensor.HostTensor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class StartWeightsTest {
    private static final ClassList CLASSES = new ClassList(List.of("cat", "dog"));

    @TempDir private Path folder;

    private static Weights net(int classes, float value) {
        return new Weights(
                Map.of(
                        "conv.weight",
                        HostTensor.of(List.of(1, 2), value, value),
                        "head.weight",
                        HostTensor.zeros(classes, 3),
                        "head.bias",
                        HostTensor.zeros(classes)));
    }

    private Path saved(Weights weights, String... classes) {
        Path file = folder.resolve("best.safetensors");
        TrainingState state = new TrainingState(weights, Map.of(), Optional.empty(), 0);
        new Checkpoint(state, Position.start(), new Origin("", List.of(classes))).save(file);
        return file;
    }

    @Test
    void weightsOfTheSameNameAndShapeAreTaken() {
        StartWeights start = StartWeights.of(saved(net(2, 7), "cat", "dog"), net(2, 1), CLASSES);
        assertEquals(7, start.weights().tensor("conv.weight").data().get(1));
        assertEquals(List.of(), start.warnings());
    }

    @Test
    void theOthersAreDrawnAndTold() {
        Weights drawn = net(2, 1);
        StartWeights start =
                StartWeights.of(saved(net(5, 7), "a", "b", "c", "d", "e"), drawn, CLASSES);
        assertNotSame(drawn.tensor("conv.weight"), start.weights().tensor("conv.weight"));
        assertSame(drawn.tensor("head.weight"), start.weights().tensor("head.weight"));
        String told = start.warnings().getFirst().cause();
        assertTrue(told.startsWith("1 of 3 weights were taken from it"), told);
        assertTrue(told.contains("head.weight (5×3 there, 2×3 here)"), told);
    }

    @Test
    void otherClassesOfTheSameNumberAreTold() {
        StartWeights start = StartWeights.of(saved(net(2, 7), "dog", "cat"), net(2, 1), CLASSES);
        assertTrue(
                start.warnings().getFirst().cause().contains("classes [dog, cat]"),
                start.warnings()::toString);
    }

    @Test
    void anotherNetIsRefused() {
        Weights other =
                new Weights(Map.of("x", HostTensor.zeros(4, 4), "head.bias", HostTensor.zeros(2)));
        Path file = saved(other, "cat", "dog");
        InvalidInputException e =
                assertThrows(
                        InvalidInputException.class,
                        () -> StartWeights.of(file, net(2, 1), CLASSES));
        assertTrue(String.valueOf(e.getMessage()).contains("it is another net"), e::getMessage);
    }

    @Test
    void aFolderWithoutACheckpointIsRefused() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        InvalidInputException e =
                assertThrows(
                        InvalidInputException.class,
                        () -> StartWeights.of(empty, net(2, 1), CLASSES));
        assertTrue(String.valueOf(e.getMessage()).contains("no run with a checkpoint"));
    }
}
