package fovea.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.checkpoint.Checkpoint;
import fovea.checkpoint.CheckpointFolder;
import fovea.dataset.BatchIterator;
import fovea.dataset.Order;
import fovea.optimization.Plateau;
import fovea.tensor.Batch;
import fovea.tensor.HostTensor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

class TrainerTest {
    @TempDir private Path folder;

    private final Recorder recorder = new Recorder();

    private RunResult fit(TrainingJob job) {
        return Trainer.fit(job, Optional.empty(), recorder, Cancellation.never());
    }

    @Test
    void givesTheSameWeightsAsASixLineLoop() {
        SoftmaxSession trained = TestJobs.session();
        TrainingPlan plan = TestJobs.plan(3);
        fit(TestJobs.job(plan, trained, folder));

        SoftmaxSession naive = TestJobs.session();
        long step = 0;
        for (int epoch = 0; epoch < 3; epoch++) {
            BatchIterator batches = TestJobs.data().train().epoch(epoch, Order.SHUFFLED, 0);
            while (batches.hasNext()) {
                try (Batch batch = batches.next()) {
                    naive.step(List.of(batch.tensors()), 0.1, plan.seed().at(step++).value());
                }
            }
        }
        assertEquals(TestJobs.bits(naive.state()), TestJobs.bits(trained.state()));
    }

    @Test
    void learnsAndTellsWhatHappensInOrder() {
        RunResult result = fit(TestJobs.job(TestJobs.plan(4), TestJobs.session(), folder));

        assertInstanceOf(RunResult.Completed.class, result);
        assertInstanceOf(TrainEvent.Started.class, recorder.events().getFirst());
        assertInstanceOf(TrainEvent.Finished.class, recorder.events().getLast());
        assertEquals(
                LongStream.rangeClosed(1, 20).boxed().toList(),
                recorder.of(TrainEvent.Stepped.class).stream()
                        .map(TrainEvent.Stepped::step)
                        .toList());
        List<TrainEvent.Validated> validations = recorder.of(TrainEvent.Validated.class);
        assertEquals(
                List.of(1, 2, 3, 4),
                validations.stream().map(TrainEvent.Validated::epoch).toList());
        assertTrue(validations.getLast().trainLoss() < validations.getFirst().trainLoss());
        assertEquals(20, result.summary().step());
        assertEquals("accuracy/top1", result.summary().primaryMetric());
    }

    @Test
    void trainLossIsTheMeanOfTheEpochsUpdates() {
        fit(TestJobs.job(TestJobs.plan(2), TestJobs.session(), folder));
        for (TrainEvent.Validated validated : recorder.of(TrainEvent.Validated.class)) {
            double mean =
                    recorder.of(TrainEvent.Stepped.class).stream()
                            .filter(step -> step.epoch() == validated.epoch())
                            .mapToDouble(TrainEvent.Stepped::loss)
                            .average()
                            .orElseThrow();
            assertEquals(mean, validated.trainLoss(), 1e-12);
        }
    }

    @Test
    void validationLossCountsEverySampleOnceThoughTheLastBatchIsSmaller() {
        SoftmaxSession session = TestJobs.session();
        fit(TestJobs.job(TestJobs.plan(1), session, folder));
        double sum = 0;
        try (BatchIterator batches = TestJobs.data().validation().epoch(0, Order.SEQUENTIAL, 0)) {
            while (batches.hasNext()) {
                try (Batch batch = batches.next()) {
                    sum += batch.size() * loss(session.evaluate(batch.tensors(), List.of("loss")));
                }
            }
        }
        Map<String, Double> metrics = recorder.of(TrainEvent.Validated.class).getFirst().metrics();
        assertEquals(sum / 10, metrics.getOrDefault("loss", Double.NaN), 1e-9);
    }

    @Test
    void accumulationMakesOneUpdateOfSeveralBatchesAndASmallerOneAtTheEnd() {
        TrainingPlan plan = TestJobs.accumulating(TestJobs.plan(2), 2);
        fit(TestJobs.job(plan, TestJobs.session(), folder));
        assertEquals(6, recorder.of(TrainEvent.Stepped.class).size());
        assertEquals(3, recorder.of(TrainEvent.Started.class).getFirst().stepsPerEpoch());
    }

    @Test
    void validatesEveryNthEpochAndAfterTheLast() {
        TrainingPlan plan = TestJobs.validatingEvery(TestJobs.plan(5), 2);
        fit(TestJobs.job(plan, TestJobs.session(), folder));
        assertEquals(
                List.of(2, 4, 5),
                recorder.of(TrainEvent.Validated.class).stream()
                        .map(TrainEvent.Validated::epoch)
                        .toList());
    }

    @Test
    void lastCheckpointHoldsTheFinalWeightsAndBestThoseOfTheBestEpoch() {
        SoftmaxSession session = TestJobs.session();
        RunResult result = fit(TestJobs.job(TestJobs.plan(4), session, folder));
        CheckpointFolder checkpoints = new CheckpointFolder(folder.resolve("checkpoints"));
        Checkpoint last = Checkpoint.load(checkpoints.last());
        Checkpoint best = Checkpoint.load(checkpoints.best());

        assertEquals(TestJobs.bits(session.state()), TestJobs.bits(last.state()));
        assertEquals(5, last.position().epoch());
        assertEquals(result.summary().bestEpoch() + 1, best.position().epoch());
    }

    @Test
    void keepsTheCheckpointsOfTheLastEpochsOnly() {
        fit(TestJobs.job(TestJobs.plan(5), TestJobs.session(), folder, 2));
        CheckpointFolder checkpoints = new CheckpointFolder(folder.resolve("checkpoints"));
        assertFalse(Files.exists(checkpoints.epoch(3)));
        assertEquals(5, Checkpoint.load(checkpoints.epoch(4)).position().epoch());
        assertEquals(6, Checkpoint.load(checkpoints.epoch(5)).position().epoch());
    }

    @Test
    void learningRateDropsWhenTheMetricStalls() {
        TrainingPlan plan = TestJobs.scheduled(TestJobs.plan(12), new Plateau(0.5, 2, 0));
        fit(TestJobs.job(plan, TestJobs.session(), folder));
        List<Double> accuracies = new ArrayList<>();
        recorder.of(TrainEvent.Validated.class)
                .forEach(v -> accuracies.add(v.metrics().getOrDefault("accuracy/top1", -1.0)));
        double best = Double.NEGATIVE_INFINITY;
        int row = 0;
        double expected = 0.1;
        for (int epoch = 1; epoch <= 12; epoch++) {
            int current = epoch;
            assertEquals(
                    expected,
                    recorder.of(TrainEvent.Stepped.class).stream()
                            .filter(step -> step.epoch() == current)
                            .findFirst()
                            .orElseThrow()
                            .lr(),
                    1e-12);
            row = accuracies.get(epoch - 1) > best ? 0 : row + 1;
            best = Math.max(best, accuracies.get(epoch - 1));
            if (row == 2) {
                expected /= 2;
                row = 0;
            }
        }
        assertTrue(expected < 0.1, "the metric never stalled, so nothing was tested");
    }

    private static float loss(Map<String, HostTensor> outputs) {
        return outputs.getOrDefault("loss", HostTensor.zeros(0)).toArray()[0];
    }
}
