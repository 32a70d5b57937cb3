package fovea.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.dataset.Dataset;
import fovea.dataset.format.Datasets;
import fovea.engine.Device;
import fovea.problem.InvalidInputException;
import fovea.sample.ClassScores;
import fovea.sample.Sample;
import fovea.training.Cancellation;
import fovea.training.PointDataset;
import fovea.training.Progress;
import fovea.training.SoftmaxEngine;
import fovea.training.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

class RunPredictorTest {
    @TempDir private Path folder;

    private RunFolder trained() throws IOException {
        Launcher launcher =
                new Launcher(TestExperiments.catalog(), new SoftmaxEngine(), Device.CPU);
        try (OpenRun run =
                launcher.start(TestExperiments.points(folder, 3), new RunStore(folder))) {
            run.train(e -> {}, Cancellation.never());
            return run.folder();
        }
    }

    private static RunPredictor open(RunFolder run) {
        return RunPredictor.open(run, TestExperiments.catalog(), new SoftmaxEngine(), Device.CPU);
    }

    private static Dataset validation(RunPredictor predictor) {
        Dataset part =
                Datasets.open(Path.of(predictor.experiment().data().source()))
                        .parts()
                        .get("validation");
        return Objects.requireNonNull(part);
    }

    /// Evaluating and predicting must both give what the validation of the best epoch gave.
    static void assertPredicts(RunPredictor predictor, RunPredictions expected) {
        Dataset dataset = validation(predictor);
        List<Sample> seen = new ArrayList<>();
        Optional<Verdict> verdict =
                predictor.evaluate(dataset, seen::add, Progress.none(), Cancellation.never());
        assertEquals(dataset.size(), verdict.orElseThrow().samples());
        assertTrue(verdict.orElseThrow().loss() > 0);
        List<Sample> predicted =
                predictor.predict(
                        IntStream.range(0, dataset.size()).mapToObj(dataset::sample).toList());
        assertScores(expected, seen);
        assertScores(expected, predicted);
    }

    private static void assertScores(RunPredictions expected, List<Sample> samples) {
        assertEquals(expected.rows().size(), samples.size());
        for (int i = 0; i < samples.size(); i++) {
            RunPredictions.Row row = expected.rows().get(i);
            assertEquals(row.image(), samples.get(i).id());
            ClassScores scores =
                    assertInstanceOf(ClassScores.class, samples.get(i).predictions().getFirst());
            for (int k = 0; k < scores.scores().size(); k++) {
                assertEquals(row.scores().scores().get(k), scores.scores().get(k), 1e-6f);
            }
        }
    }

    @Test
    void theBestEpochIsEvaluatedAsInTheRun() throws IOException {
        RunFolder run = trained();
        RunSummary summary = RunStore.summary(run);
        try (RunPredictor predictor = open(run)) {
            assertPredicts(predictor, RunPredictions.read(run.predictions(summary.bestEpoch())));
            Verdict verdict =
                    predictor
                            .evaluate(
                                    validation(predictor),
                                    sample -> {},
                                    Progress.none(),
                                    Cancellation.never())
                            .orElseThrow();
            assertEquals(summary.bestValue(), verdict.primary());
            assertEquals("accuracy/top1", verdict.evaluation().primary().key());
        }
    }

    @Test
    void anEvaluationCanBeCancelledAndTellsItsProgress() throws IOException {
        List<Long> done = new ArrayList<>();
        try (RunPredictor predictor = open(trained())) {
            Optional<Verdict> verdict =
                    predictor.evaluate(
                            validation(predictor),
                            sample -> {},
                            (part, total) -> done.add(part * 10 + total),
                            () -> done.size() == 2);
            assertEquals(Optional.empty(), verdict);
            assertEquals(List.of(13L, 23L), done);
        }
    }

    @Test
    void dataWithOtherClassesIsRefused() throws IOException {
        try (RunPredictor predictor = open(trained())) {
            Dataset other = PointDataset.of("other", 4);
            InvalidInputException e =
                    assertThrows(
                            InvalidInputException.class,
                            () ->
                                    predictor.evaluate(
                                            other,
                                            sample -> {},
                                            Progress.none(),
                                            Cancellation.never()));
            assertTrue(String.valueOf(e.getMessage()).contains("[left, right]"));
        }
    }

    @Test
    void aRunWithoutACheckpointIsRefused() {
        InvalidInputException e =
                assertThrows(InvalidInputException.class, () -> open(new RunFolder(folder)));
        assertTrue(String.valueOf(e.getMessage()).contains("no checkpoint yet"));
    }
}
