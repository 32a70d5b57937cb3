package fovea.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.checkpoint.Checkpoint;
import fovea.dataset.LoaderSpec;
import fovea.engine.Device;
import fovea.engine.Precision;
import fovea.engine.torch.TorchEngine;
import fovea.experiment.DataSpec;
import fovea.experiment.Experiment;
import fovea.experiment.TrainingSpec;
import fovea.optimization.Cosine;
import fovea.optimization.Optimizer;
import fovea.tensor.InputSpec;
import fovea.training.CancelFlag;
import fovea.training.Cancellation;
import fovea.training.Hook;
import fovea.training.RunResult;
import fovea.training.TrainEvent;
import fovea.transform.Mixup;
import fovea.transform.RandomCrop;
import fovea.transform.RandomFlip;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// On libtorch, with batch normalisation, dropout, augmentation, mixing, averaged weights and
/// accumulation, a run that was interrupted ends with the same file as one that was not.
class TorchResumeTest {
    @TempDir private Path folder;

    private final Launcher launcher =
            new Launcher(TestExperiments.catalog(), new TorchEngine(), Device.CPU);

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /// 4 epochs of 5 updates, the last of each from one batch only.
    private Experiment experiment() throws IOException {
        return experiment(Optional.empty());
    }

    private Experiment experiment(Optional<String> start) throws IOException {
        Path data = folder.resolve("data");
        TestExperiments.writeIdx(data, "train", 36, 8);
        TestExperiments.writeIdx(data, "validation", 10, 8);
        DataSpec spec =
                new DataSpec(
                        data.toString(),
                        "train",
                        "validation",
                        0.2,
                        0,
                        new InputSpec(1, 8, 2, List.of(0.5), List.of(0.5)),
                        List.of(new RandomCrop(2, 8, 1), new RandomFlip(0.5, 0)),
                        List.of(new Mixup(0.4)),
                        List.of(),
                        new LoaderSpec(4, 2, 3));
        TrainingSpec training =
                new TrainingSpec(
                        4,
                        1,
                        2,
                        Optional.of(1.0),
                        Optional.of(0.9),
                        Optional.empty(),
                        1,
                        Precision.FP32,
                        start);
        return new Experiment(
                "conv",
                7,
                spec,
                new ConvModel(0.3),
                new Optimizer.AdamW(0.01, 0.9, 0.999, 1e-8, 0.05),
                new Cosine(0, 1, 0.01),
                training);
    }

    private RunFolder trained(Experiment experiment) {
        try (OpenRun run = launcher.start(experiment, new RunStore(folder.resolve("whole")))) {
            assertInstanceOf(RunResult.Completed.class, run.train(e -> {}, Cancellation.never()));
            return run.folder();
        }
    }

    private void resume(RunFolder folder) {
        try (OpenRun run = launcher.resume(folder)) {
            assertInstanceOf(RunResult.Completed.class, run.train(e -> {}, Cancellation.never()));
        }
    }

    private static void assertSameCheckpoints(RunFolder expected, RunFolder actual)
            throws IOException {
        for (Path file :
                List.of(
                        Path.of("checkpoints/last.safetensors"),
                        Path.of("checkpoints/best.safetensors"),
                        Path.of("checkpoints/epoch-0004.safetensors"))) {
            assertArrayEquals(
                    withoutSeconds(expected.root().resolve(file)),
                    withoutSeconds(actual.root().resolve(file)),
                    file.toString());
        }
        assertEquals(
                Files.readString(expected.predictions(4)), Files.readString(actual.predictions(4)));
    }

    /// The whole file but for the time it took.
    private static byte[] withoutSeconds(Path file) {
        Checkpoint checkpoint = Checkpoint.load(file);
        Path copy = file.resolveSibling("timeless.safetensors");
        new Checkpoint(checkpoint.state(), checkpoint.position().after(0), checkpoint.origin())
                .save(copy);
        try {
            return Files.readAllBytes(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void afterAnAbruptEndTheCheckpointsAreTheSame() throws IOException {
        Experiment experiment = experiment();
        RunFolder whole = trained(experiment);
        RunFolder cut;
        try (OpenRun run = launcher.start(experiment, new RunStore(folder.resolve("cut")))) {
            cut = run.folder();
            Hook killer =
                    event -> {
                        if (event instanceof TrainEvent.Stepped s && s.step() == 13) {
                            throw new Killed();
                        }
                    };
            assertThrows(Killed.class, () -> run.train(killer, Cancellation.never()));
        }
        assertEquals(10, Checkpoint.load(cut.lastCheckpoint()).position().step());
        resume(cut);
        assertSameCheckpoints(whole, cut);
    }

    @Test
    void afterTwoCancellationsWithinEpochsTheCheckpointsAreTheSame() throws IOException {
        Experiment experiment = experiment();
        RunFolder whole = trained(experiment);
        RunFolder cut;
        try (OpenRun run = launcher.start(experiment, new RunStore(folder.resolve("cut")))) {
            cut = run.folder();
            cancelAt(run, 7);
        }
        assertEquals(4, Checkpoint.load(cut.lastCheckpoint()).position().batchInEpoch());
        try (OpenRun run = launcher.resume(cut)) {
            cancelAt(run, 14);
        }
        resume(cut);
        assertSameCheckpoints(whole, cut);
    }

    /// The weights it started with are then no longer needed.
    @Test
    void aRunThatStartedWithOtherWeightsGoesOnAsIfNeverStopped() throws IOException {
        RunFolder other = trained(experiment());
        Experiment experiment = experiment(Optional.of(other.root().toString()));
        RunFolder whole = trained(experiment);
        RunFolder cut;
        try (OpenRun run = launcher.start(experiment, new RunStore(folder.resolve("cut")))) {
            cut = run.folder();
            cancelAt(run, 7);
        }
        Files.move(other.root(), folder.resolve("gone"));
        resume(cut);
        assertSameCheckpoints(whole, cut);
    }

    private static void cancelAt(OpenRun run, long step) {
        CancelFlag flag = new CancelFlag();
        Hook canceller =
                event -> {
                    if (event instanceof TrainEvent.Stepped s && s.step() == step) {
                        flag.cancel();
                    }
                };
        RunResult result = run.train(canceller, flag);
        assertInstanceOf(RunResult.Cancelled.class, result);
        assertEquals(step, result.summary().step());
    }

    @Test
    void theNetLearnsAndThePredictorGivesTheValuesOfItsBestEpoch() throws IOException {
        RunFolder run = trained(experiment());
        RunPredictions validated =
                RunPredictions.read(run.predictions(RunStore.summary(run).bestEpoch()));
        try (RunPredictor predictor =
                RunPredictor.open(run, TestExperiments.catalog(), new TorchEngine(), Device.CPU)) {
            RunPredictorTest.assertPredicts(predictor, validated);
        }
        assertTrue(RunStore.summary(run).bestValue() > 0);
    }
}
