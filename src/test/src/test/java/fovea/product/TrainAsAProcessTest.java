package fovea.product;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.checkpoint.Checkpoint;
import fovea.run.EventReader;
import fovea.run.RunFolder;
import fovea.tensor.HostTensor;
import fovea.training.TrainEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Training as a user starts it, stopped as users and power cuts stop it.
class TrainAsAProcessTest {
    /// Small, with everything that has a state: shuffling, augmentation, dropout, momentum,
    /// averaged weights, batch norm.
    private static final String[] SMALL = {
        "digits",
        "--set",
        "model={type: image-classifier, backbone: {type: cifar-resnet, depth: 8, width: 8},"
                + " dropout: 0.1}",
        "--set",
        "optimizer={type: adamw, lr: 0.01}",
        "--set",
        "data.loader={batch: 32}",
        "--set",
        "training={epochs: 4, ema: 0.9, clipNorm: 1.0}"
    };

    @TempDir private Path directory;

    @Test
    void aKilledRunEndsWithTheSameBitsAsOneThatWasNot() {
        RunFolder whole = new RunFolder(directory.resolve("whole"));
        FoveaProcess.Result first = FoveaProcess.run(directory, train(whole));
        assertEquals(0, first.exitCode(), first.output());

        RunFolder killed = new RunFolder(directory.resolve("killed"));
        FoveaProcess.start(directory, train(killed)).killWhen(() -> stepsAfterEpoch(killed, 2) > 3);
        assertTrue(validations(killed) < 4, "it was killed before its end");
        FoveaProcess.Result rest =
                FoveaProcess.run(directory, "train", "--resume", killed.root().toString());
        assertEquals(0, rest.exitCode(), rest.output());

        Map<String, HostTensor> expected =
                Checkpoint.weights(whole.lastCheckpoint()).weights().tensors();
        Map<String, HostTensor> actual =
                Checkpoint.weights(killed.lastCheckpoint()).weights().tensors();
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach(
                (name, tensor) -> {
                    HostTensor other = actual.get(name);
                    assertArrayEquals(
                            tensor.toArray(), other == null ? new float[0] : other.toArray(), name);
                });
        assertEquals(losses(whole), losses(killed), "the curve has every step once");
    }

    @Test
    void aRequestToStopLeavesACheckpointThatResumes() throws IOException {
        RunFolder run = new RunFolder(directory.resolve("stopped"));
        FoveaProcess process = FoveaProcess.start(directory, train(run));
        process.waitFor(() -> stepsAfterEpoch(run, 0) > 2);
        Files.createFile(run.stopRequest());
        assertEquals(0, process.await().exitCode());
        assertTrue(Files.exists(run.lastCheckpoint()));
        long before = losses(run).size();

        FoveaProcess.Result rest =
                FoveaProcess.run(directory, "train", "--resume", run.root().toString());
        assertEquals(0, rest.exitCode(), rest.output());
        assertTrue(losses(run).size() > before);
        assertEquals(4, validations(run));
    }

    @Test
    void twoTrainingsCannotShareARunFolder() {
        RunFolder run = new RunFolder(directory.resolve("one"));
        FoveaProcess process =
                FoveaProcess.start(directory, train(run, "--set", "training.epochs=1000"));
        process.waitFor(() -> stepsAfterEpoch(run, 0) > 0);
        FoveaProcess.Result second =
                FoveaProcess.run(directory, "train", "--resume", run.root().toString());
        process.killWhen(() -> true);
        assertEquals(2, second.exitCode(), second.output());
        assertFalse(second.output().contains("\tat "), "no stack trace reaches the user");
        assertTrue(second.output().contains(run.root().toString()), second.output());
    }

    private static String[] train(RunFolder run, String... more) {
        List<String> words = new ArrayList<>(List.of("train"));
        words.addAll(Arrays.asList(SMALL));
        words.addAll(List.of("--run", run.root().toString()));
        words.addAll(Arrays.asList(more));
        return words.toArray(String[]::new);
    }

    private static long stepsAfterEpoch(RunFolder run, int epochs) {
        return validations(run) < epochs
                ? 0
                : events(run).stream()
                        .filter(e -> e instanceof TrainEvent.Stepped s && s.epoch() > epochs)
                        .count();
    }

    private static long validations(RunFolder run) {
        return events(run).stream().filter(TrainEvent.Validated.class::isInstance).count();
    }

    private static List<Double> losses(RunFolder run) {
        return events(run).stream()
                .filter(TrainEvent.Validated.class::isInstance)
                .map(e -> ((TrainEvent.Validated) e).trainLoss())
                .toList();
    }

    private static List<TrainEvent> events(RunFolder run) {
        return Files.exists(run.events()) ? EventReader.readAll(run.events()) : List.of();
    }
}
