package fovea.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.dataset.format.Datasets;
import fovea.engine.Device;
import fovea.engine.Initialization;
import fovea.engine.Weights;
import fovea.engine.torch.TorchEngine;
import fovea.experiment.Experiment;
import fovea.graph.Graph;
import fovea.model.ModelContext;
import fovea.problem.InvalidInputException;
import fovea.problem.Problem;
import fovea.sample.ClassList;
import fovea.sample.Seed;
import fovea.tensor.InputSpec;
import fovea.training.Cancellation;
import fovea.training.RunResult;
import fovea.training.TrainEvent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class ImportedRunTest {
    private static final Problem NOTE = new Problem("net.h5", "something was left out", "");

    @TempDir private Path folder;
    private final Launcher launcher =
            new Launcher(TestExperiments.catalog(), new TorchEngine(), Device.CPU);
    private Path target = Path.of("");

    @BeforeEach
    void data() throws IOException {
        target = folder.resolve("runs").resolve("imported");
        TestExperiments.writeIdx(folder.resolve("data"), "train", 24, 8);
        TestExperiments.writeIdx(folder.resolve("data"), "validation", 12, 8);
    }

    private Experiment experiment() {
        InputSpec input = new InputSpec(1, 8, 2, List.of(0.5), List.of(0.5));
        String source = folder.resolve("data").toString();
        return TestExperiments.experiment(
                source, new ConvModel(0.3), input, TestExperiments.training(1));
    }

    private ClassList classes() {
        return Datasets.open(folder.resolve("data")).part("train").classes();
    }

    private Weights weights() {
        Experiment experiment = experiment();
        Graph graph =
                experiment.model().graph(new ModelContext(classes(), experiment.data().input()));
        return Initialization.of(graph, new Seed(5));
    }

    private RunFolder written() {
        return ImportedRun.write(
                target,
                new ImportedModel(experiment(), weights(), classes(), "Keras", List.of(NOTE)));
    }

    @Test
    void isListedAsImportedWithItsNotes() {
        RunFolder run = written();
        RunSummary listed = new RunStore(folder.resolve("runs")).list().getFirst();
        assertEquals(RunState.IMPORTED, listed.state());
        assertEquals(0, listed.bestEpoch());
        TrainEvent.Warned warned = (TrainEvent.Warned) EventReader.readAll(run.events()).getFirst();
        assertEquals(NOTE.cause(), warned.cause());
    }

    @Test
    void predictsWithItsWeights() {
        RunFolder run = written();
        try (RunPredictor predictor =
                RunPredictor.open(run, TestExperiments.catalog(), new TorchEngine(), Device.CPU)) {
            var samples = List.of(RunData.open(experiment()).validation().sample(0));
            assertEquals(1, predictor.predict(samples).getFirst().predictions().size());
        }
    }

    @Test
    void itsFirstValidationShowsItsErrors() {
        RunFolder run = written();
        assertTrue(
                FirstValidation.of(run, TestExperiments.catalog(), new TorchEngine(), Device.CPU)
                        .isPresent());
        RunSummary summary = RunStore.summary(run);
        assertEquals(RunState.IMPORTED, summary.state());
        assertEquals(1, summary.bestEpoch());
        assertEquals(12, RunPredictions.read(run.predictions(1)).rows().size());
    }

    @Test
    void isTheStartOfARunThatTrains() {
        RunFolder run = written();
        try (OpenRun open =
                launcher.start(
                        fovea.experiment.Experiments.with(
                                experiment(),
                                "training.start",
                                run.root().toString(),
                                TestExperiments.catalog()),
                        new RunStore(folder.resolve("tuned")))) {
            assertTrue(open.train(e -> {}, Cancellation.never()) instanceof RunResult.Completed);
        }
    }

    @Test
    void thereIsNothingToResume() {
        RunFolder run = written();
        InvalidInputException e =
                assertThrows(InvalidInputException.class, () -> launcher.resume(run));
        assertTrue(String.valueOf(e.getMessage()).contains("training.start"), e::getMessage);
    }

    @Test
    void nothingIsWrittenWhereSomethingLiesOrTheWeightsDoNotFit() throws IOException {
        Files.createDirectories(target);
        Path mine = Files.writeString(target.resolve("mine.txt"), "mine");
        assertThrows(InvalidInputException.class, this::written);
        assertEquals("mine", Files.readString(mine));
        Files.delete(mine);
        Files.delete(target);
        ImportedModel misfit =
                new ImportedModel(
                        experiment(),
                        weights(),
                        new ClassList(List.of("one", "two", "three")),
                        "Keras",
                        List.of());
        assertThrows(InvalidInputException.class, () -> ImportedRun.write(target, misfit));
        assertFalse(Files.exists(target));
        try (Stream<Path> left = Files.list(folder.resolve("runs"))) {
            assertEquals(0, left.count());
        }
    }
}
