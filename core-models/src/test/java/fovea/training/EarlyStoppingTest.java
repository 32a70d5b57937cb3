package fovea.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.checkpoint.Checkpoint;
import fovea.checkpoint.Score;
import fovea.evaluation.Direction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class EarlyStoppingTest {
    @TempDir private Path folder;

    @Test
    void stopsAfterPatienceEpochsWithoutImprovement() {
        TrainingJob job =
                TestJobs.job(TestJobs.patient(TestJobs.plan(200), 3), TestJobs.session(), folder);
        RunResult result = Trainer.fit(job, Optional.empty(), e -> {}, Cancellation.never());
        assertInstanceOf(RunResult.StoppedEarly.class, result);
        assertEquals(result.summary().bestEpoch() + 3, result.summary().epoch());
    }

    @Test
    void resumingAStoppedRunStopsAtOnce() {
        TrainingPlan plan = TestJobs.patient(TestJobs.plan(200), 3);
        TrainingJob job = TestJobs.job(plan, TestJobs.session(), folder);
        RunResult first = Trainer.fit(job, Optional.empty(), e -> {}, Cancellation.never());
        Checkpoint last = Checkpoint.load(job.outputs().checkpoints().last());
        Recorder recorder = new Recorder();
        RunResult again =
                Trainer.fit(
                        TestJobs.job(plan, TestJobs.session(), folder),
                        Optional.of(last),
                        recorder,
                        Cancellation.never());
        assertInstanceOf(RunResult.StoppedEarly.class, again);
        assertEquals(first.summary().step(), again.summary().step());
        assertTrue(recorder.of(TrainEvent.Stepped.class).isEmpty());
    }

    @Test
    void theFirstOfEqualScoresIsTheBest() {
        List<Score> scores = List.of(new Score(1, 0.5), new Score(2, 0.7), new Score(3, 0.7));
        assertEquals(
                Optional.of(new Score(2, 0.7)), Scores.best(scores, Direction.HIGHER_IS_BETTER));
        assertEquals(1, Scores.stalled(scores, Direction.HIGHER_IS_BETTER));
        assertEquals(2, Scores.stalled(scores, Direction.LOWER_IS_BETTER));
    }

    @Test
    void anUndefinedScoreIsNeverBetter() {
        List<Score> scores =
                List.of(new Score(1, Double.NaN), new Score(2, 0.1), new Score(3, Double.NaN));
        assertEquals(
                Optional.of(new Score(2, 0.1)), Scores.best(scores, Direction.LOWER_IS_BETTER));
    }
}
