package fovea.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.checkpoint.SaveException;
import fovea.dataset.Dataset;
import fovea.image.ImageFile;
import fovea.optimization.Schedule;
import fovea.problem.Problem;
import fovea.sample.ClassList;
import fovea.sample.Sample;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class FailureTest {
    @TempDir private Path folder;

    private final Recorder recorder = new Recorder();

    /// One step of the run has another learning rate.
    private record Explosive(long step, double rate) implements Schedule {
        @Override
        public double factor(Progress progress) {
            return progress.step() == step ? rate : 1;
        }
    }

    @Test
    void aLossThatIsNoNumberStopsTheRunAndNamesStepImagesAndLearningRate() throws IOException {
        TrainingPlan plan = TestJobs.scheduled(TestJobs.plan(4), new Explosive(7, Double.NaN));
        TrainingJob job = TestJobs.job(plan, TestJobs.session(), folder);
        Path last = job.outputs().checkpoints().last();
        byte[][] saved = new byte[1][];
        Hook hook =
                event -> {
                    recorder.on(event);
                    if (event instanceof TrainEvent.Stepped step && step.step() == 6) {
                        saved[0] = read(last);
                    }
                };

        RunResult result = Trainer.fit(job, Optional.empty(), hook, Cancellation.never());

        Problem problem = assertInstanceOf(RunResult.Failed.class, result).problem();
        assertEquals("step 8, epoch 2", problem.place());
        assertTrue(problem.cause().contains("NaN at a learning rate of NaN"), problem.cause());
        List<String> named =
                Stream.of(problem.cause().split("[ ,]+"))
                        .filter(w -> w.startsWith("train-"))
                        .toList();
        assertEquals(4, named.size(), problem.cause());
        assertTrue(problem.cure().contains("optimizer.lr"), problem.cure());
        TrainEvent.Failed failed = recorder.of(TrainEvent.Failed.class).getFirst();
        assertEquals(problem.cause(), failed.cause());
        assertArrayEquals(saved[0], Files.readAllBytes(last));
    }

    @Test
    void aNetThatDivergedInTheLastStepOfAnEpochIsNeitherSavedNorTheBest() {
        TrainingPlan plan = TestJobs.scheduled(TestJobs.plan(4), new Explosive(4, 1e30));
        TrainingJob job = TestJobs.job(plan, TestJobs.session(), folder);

        RunResult result = Trainer.fit(job, Optional.empty(), recorder, Cancellation.never());

        Problem problem = assertInstanceOf(RunResult.Failed.class, result).problem();
        assertEquals("validation after step 5, epoch 1", problem.place());
        assertTrue(problem.cause().contains("the loss became NaN"), problem.cause());
        assertEquals(4, problem.cause().split("train-", -1).length - 1, problem.cause());
        assertFalse(Files.exists(job.outputs().checkpoints().best()));
        assertFalse(Files.exists(job.outputs().checkpoints().last()));
        assertEquals(List.of(), recorder.of(TrainEvent.Validated.class));
    }

    @Test
    void aFailureInTheFirstStepOfAnEpochIsOfThatEpoch() {
        TrainingPlan plan = TestJobs.scheduled(TestJobs.plan(4), new Explosive(5, Double.NaN));
        TrainingJob job = TestJobs.job(plan, TestJobs.session(), folder);
        RunResult result = Trainer.fit(job, Optional.empty(), recorder, Cancellation.never());
        assertEquals(2, result.summary().epoch());
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aCheckpointThatCannotBeSavedFailsTheRunWithTheWayOut() throws IOException {
        Files.writeString(folder.resolve("checkpoints"), "a file where the folder should be");
        TrainingJob job = TestJobs.job(TestJobs.plan(2), TestJobs.session(), folder);
        RunResult result = Trainer.fit(job, Optional.empty(), recorder, Cancellation.never());
        Problem problem = assertInstanceOf(RunResult.Failed.class, result).problem();
        assertTrue(problem.place().endsWith("best.safetensors"), problem.place());
        assertEquals(1, recorder.of(TrainEvent.Failed.class).size());
    }

    @Test
    void aLogThatCannotBeWrittenFailsTheRun() {
        Hook full =
                event -> {
                    throw new SaveException(
                            new Problem("log", "disk full", "free some"), new IOException());
                };
        TrainingJob job = TestJobs.job(TestJobs.plan(2), TestJobs.session(), folder);
        RunResult result = Trainer.fit(job, Optional.empty(), full, Cancellation.never());
        assertEquals(
                "disk full", assertInstanceOf(RunResult.Failed.class, result).problem().cause());
    }

    @Test
    void aFaultOfTheProgramIsToldAndThrown() {
        Hook broken =
                event -> {
                    recorder.on(event);
                    if (event instanceof TrainEvent.Stepped) {
                        throw new IllegalStateException("a bug");
                    }
                };
        TrainingJob job = TestJobs.job(TestJobs.plan(2), TestJobs.session(), folder);
        assertThrows(
                IllegalStateException.class,
                () -> Trainer.fit(job, Optional.empty(), broken, Cancellation.never()));
        assertTrue(recorder.of(TrainEvent.Failed.class).getFirst().cause().contains("a bug"));
    }

    @Test
    void imagesThatCannotBeReadAreToldOnceAndTheRunGoesOn() {
        List<Sample> samples = new ArrayList<>(PointDataset.of("train", 20).samples());
        Path missing = folder.resolve("missing.png");
        samples.set(3, samples.get(3).withImage(new ImageFile(missing)));
        TrainingData data =
                TestJobs.data(
                        new PointDataset("train", samples), PointDataset.of("validation", 10));
        TrainingJob job = TestJobs.job(data, TestJobs.plan(3), TestJobs.session(), folder, 0);
        RunResult result = Trainer.fit(job, Optional.empty(), recorder, Cancellation.never());
        assertInstanceOf(RunResult.Completed.class, result);
        assertEquals(
                List.of(missing.toString()),
                recorder.of(TrainEvent.Warned.class).stream()
                        .map(TrainEvent.Warned::place)
                        .toList());
        assertEquals(15, result.summary().step());
    }

    @Test
    void entriesLeftOutWhenTheDataWasOpenedAreToldAtTheStart() {
        PointDataset train = PointDataset.of("train", 20);
        Dataset damaged =
                new Dataset() {
                    @Override
                    public String name() {
                        return train.name();
                    }

                    @Override
                    public ClassList classes() {
                        return train.classes();
                    }

                    @Override
                    public int size() {
                        return train.size();
                    }

                    @Override
                    public Sample sample(int index) {
                        return train.sample(index);
                    }

                    @Override
                    public List<Problem> problems() {
                        return List.of(new Problem("a.png", "it is empty", "remove it"));
                    }
                };
        TrainingData data = TestJobs.data(damaged, PointDataset.of("validation", 10));
        TrainingJob job = TestJobs.job(data, TestJobs.plan(1), TestJobs.session(), folder, 0);
        Trainer.fit(job, Optional.empty(), recorder, Cancellation.never());
        TrainEvent.Warned warned =
                assertInstanceOf(TrainEvent.Warned.class, recorder.events().get(1));
        assertEquals("it is empty", warned.cause());
    }
}
