package fovea.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.checkpoint.Checkpoint;
import fovea.engine.Device;
import fovea.experiment.Experiment;
import fovea.experiment.ExperimentReader;
import fovea.problem.InvalidInputException;
import fovea.training.Cancellation;
import fovea.training.Hook;
import fovea.training.RunResult;
import fovea.training.SoftmaxEngine;
import fovea.training.TrainEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

class LauncherTest {
    @TempDir private Path folder;

    private final Launcher launcher =
            new Launcher(TestExperiments.catalog(), new SoftmaxEngine(), Device.CPU);

    private static final Hook QUIET = event -> {};

    /// Thrown where a real process would be killed.
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private RunStore store() {
        return new RunStore(folder.resolve("runs"));
    }

    private RunFolder trained(Experiment experiment) {
        try (OpenRun run = launcher.start(experiment, store())) {
            assertInstanceOf(RunResult.Completed.class, run.train(QUIET, Cancellation.never()));
            return run.folder();
        }
    }

    private RunFolder killedAt(Experiment experiment, long step) {
        try (OpenRun run = launcher.start(experiment, store())) {
            Hook killer =
                    event -> {
                        if (event instanceof TrainEvent.Stepped s && s.step() == step) {
                            throw new Killed();
                        }
                    };
            assertThrows(Killed.class, () -> run.train(killer, Cancellation.never()));
            return run.folder();
        }
    }

    private static List<Long> steps(RunFolder run) {
        return EventReader.readAll(run.events()).stream()
                .filter(TrainEvent.Stepped.class::isInstance)
                .map(event -> ((TrainEvent.Stepped) event).step())
                .toList();
    }

    @Test
    void aRunLeavesAllItsFiles() throws IOException {
        Experiment experiment = TestExperiments.points(folder, 2);
        RunFolder run = trained(experiment);

        assertEquals(
                experiment,
                ExperimentReader.read(run.experiment(), List.of(), TestExperiments.catalog()));
        assertTrue(Files.readString(run.environment()).contains("\"engine\" : \"softmax\""));
        assertTrue(Files.exists(run.bestCheckpoint()));
        assertEquals(3, Checkpoint.load(run.lastCheckpoint()).position().epoch());
        assertEquals(12, RunPredictions.read(run.predictions(2)).rows().size());
        assertEquals(RunState.COMPLETED, RunStore.summary(run).state());
        assertFalse(Files.exists(run.owner()));
        List<TrainEvent> events = EventReader.readAll(run.events());
        TrainEvent.Started started = assertInstanceOf(TrainEvent.Started.class, events.getFirst());
        assertEquals(6, started.stepsPerEpoch());
        assertEquals(6, started.parameters());
        assertEquals("accuracy/top1", started.primaryMetric());
        TrainEvent.Validated validated =
                events.stream()
                        .filter(TrainEvent.Validated.class::isInstance)
                        .map(TrainEvent.Validated.class::cast)
                        .toList()
                        .getLast();
        assertEquals("predictions/epoch-0002.csv", validated.predictions());
    }

    @Test
    void theSameExperimentGivesTheSameWeights() throws IOException {
        Experiment experiment = TestExperiments.points(folder, 2);
        assertArrayEquals(
                head(trained(experiment).lastCheckpoint()),
                head(trained(experiment).lastCheckpoint()));
    }

    private static float[] head(Path checkpoint) {
        return Checkpoint.weights(checkpoint).weights().tensor("head.weight").toArray();
    }

    @Test
    void resumingAfterAnAbruptEndGivesTheSameWeightsAndNoStepTwice() throws IOException {
        Experiment experiment = TestExperiments.points(folder, 4);
        RunFolder whole = trained(experiment);
        RunFolder cut = killedAt(experiment, 15);
        try (OpenRun run = launcher.resume(cut)) {
            assertInstanceOf(RunResult.Completed.class, run.train(QUIET, Cancellation.never()));
        }
        assertArrayEquals(head(whole.lastCheckpoint()), head(cut.lastCheckpoint()));
        assertArrayEquals(head(whole.bestCheckpoint()), head(cut.bestCheckpoint()));
        List<Long> steps = steps(cut);
        assertEquals(steps.stream().distinct().sorted().toList(), steps);
        assertEquals(24L, steps.getLast());
        assertEquals(RunStore.summary(whole).bestEpoch(), RunStore.summary(cut).bestEpoch());
    }

    @Test
    void resumingBeforeTheFirstCheckpointBeginsAgain() throws IOException {
        Experiment experiment = TestExperiments.points(folder, 2);
        RunFolder cut = killedAt(experiment, 3);
        try (OpenRun run = launcher.resume(cut)) {
            run.train(QUIET, Cancellation.never());
        }
        assertArrayEquals(head(trained(experiment).lastCheckpoint()), head(cut.lastCheckpoint()));
    }

    @Test
    void aStopFileEndsTheRunAfterTheStepAndItCanBeResumed() throws IOException {
        Experiment experiment = TestExperiments.points(folder, 4);
        RunFolder cut;
        try (OpenRun run = launcher.start(experiment, store())) {
            cut = run.folder();
            Hook stopper =
                    event -> {
                        if (event instanceof TrainEvent.Stepped s && s.step() == 8) {
                            touch(run.folder().stopRequest());
                        }
                    };
            RunResult result = run.train(stopper, Cancellation.never());
            assertInstanceOf(RunResult.Cancelled.class, result);
            assertEquals(8, result.summary().step());
        }
        assertEquals(RunState.CANCELLED, RunStore.summary(cut).state());
        try (OpenRun run = launcher.resume(cut)) {
            run.train(QUIET, Cancellation.never());
        }
        assertArrayEquals(head(trained(experiment).lastCheckpoint()), head(cut.lastCheckpoint()));
    }

    private static void touch(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFolderThatIsBeingTrainedIntoCannotBeResumed() throws IOException {
        Experiment experiment = TestExperiments.points(folder, 2);
        try (OpenRun run = launcher.start(experiment, store())) {
            InvalidInputException e =
                    assertThrows(InvalidInputException.class, () -> launcher.resume(run.folder()));
            assertTrue(
                    e.problems()
                            .getFirst()
                            .cause()
                            .contains("process " + ProcessHandle.current().pid()));
            assertInstanceOf(RunResult.Completed.class, run.train(QUIET, Cancellation.never()));
        }
    }

    @Test
    void aTruncatedCheckpointIsRefusedWithTheWayOut() throws IOException {
        Experiment experiment = TestExperiments.points(folder, 4);
        RunFolder cut = killedAt(experiment, 15);
        byte[] bytes = Files.readAllBytes(cut.lastCheckpoint());
        // in place: the best one must not be the same file
        Files.write(
                cut.lastCheckpoint(),
                Arrays.copyOf(bytes, bytes.length - 5),
                StandardOpenOption.TRUNCATE_EXISTING);

        InvalidInputException e =
                assertThrows(InvalidInputException.class, () -> launcher.resume(cut));
        assertTrue(e.problems().getFirst().place().endsWith("last.safetensors"));
        assertTrue(e.problems().getFirst().cause().contains("cut short"));
        assertTrue(e.problems().getFirst().cure().contains("best.safetensors"));

        Files.copy(cut.bestCheckpoint(), cut.lastCheckpoint(), StandardCopyOption.REPLACE_EXISTING);
        try (OpenRun run = launcher.resume(cut)) {
            run.train(QUIET, Cancellation.never());
        }
        assertArrayEquals(head(trained(experiment).lastCheckpoint()), head(cut.lastCheckpoint()));
    }

    @Test
    void dataThatCannotBeUsedLeavesNoRunFolder() {
        Experiment experiment = TestExperiments.points(folder.resolve("none").toString(), 1);
        assertThrows(InvalidInputException.class, () -> launcher.start(experiment, store()));
        assertEquals(List.of(), store().list());
    }

    @Test
    void withoutAValidationPartAShareIsHeldOut() throws IOException {
        Path data = folder.resolve("only-train");
        TestExperiments.writeIdx(data, "train", 40);
        RunFolder run = trained(TestExperiments.points(data.toString(), 1));
        TrainEvent.Started started =
                assertInstanceOf(
                        TrainEvent.Started.class, EventReader.readAll(run.events()).getFirst());
        assertEquals(40, started.trainSamples() + started.validationSamples());
        assertEquals(10, started.validationSamples(), 1);
    }

    @Test
    void aFolderThatHoldsARunIsNotUsedForAnother() throws IOException {
        Experiment experiment = TestExperiments.points(folder, 1);
        RunFolder run = trained(experiment);
        assertThrows(InvalidInputException.class, () -> launcher.start(experiment, run));
    }
}
