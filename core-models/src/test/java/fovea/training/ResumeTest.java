package fovea.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fovea.checkpoint.Checkpoint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

class ResumeTest {
    private static final OptionalDouble EMA = OptionalDouble.of(0.9);

    @TempDir private Path folder;

    /// Thrown in the middle of a run, where a real one would be killed.
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final TrainingPlan plan = TestJobs.accumulating(TestJobs.plan(4), 2);

    private SoftmaxSession uninterrupted(Recorder recorder) {
        SoftmaxSession session = TestJobs.session(EMA);
        TrainingJob job = TestJobs.job(plan, session, folder.resolve("whole"));
        Trainer.fit(job, Optional.empty(), recorder, Cancellation.never());
        return session;
    }

    private SoftmaxSession resumed(TrainingJob first, Recorder recorder) {
        Checkpoint last = Checkpoint.load(first.outputs().checkpoints().last());
        SoftmaxSession session = TestJobs.session(EMA);
        TrainingJob job = TestJobs.job(plan, session, folder.resolve("cut"));
        RunResult result = Trainer.fit(job, Optional.of(last), recorder, Cancellation.never());
        assertInstanceOf(RunResult.Completed.class, result);
        return session;
    }

    private static void assertSameEnd(Recorder whole, Recorder cut) {
        TrainEvent.Validated expected = whole.of(TrainEvent.Validated.class).getLast();
        TrainEvent.Validated actual = cut.of(TrainEvent.Validated.class).getLast();
        assertEquals(expected.step(), actual.step());
        assertEquals(expected.trainLoss(), actual.trainLoss());
        assertEquals(expected.metrics(), actual.metrics());
        TrainEvent.Finished end = whole.of(TrainEvent.Finished.class).getLast();
        assertEquals(end.bestEpoch(), cut.of(TrainEvent.Finished.class).getLast().bestEpoch());
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6, 7, 8, 11})
    void afterAnAbruptEndTheWeightsAreThoseOfARunNeverStopped(long killedAtStep) {
        Recorder whole = new Recorder();
        SoftmaxSession expected = uninterrupted(whole);
        TrainingJob first = TestJobs.job(plan, TestJobs.session(EMA), folder.resolve("cut"));
        Hook killer =
                event -> {
                    if (event instanceof TrainEvent.Stepped s && s.step() == killedAtStep) {
                        throw new Killed();
                    }
                };
        assertThrows(
                Killed.class,
                () -> Trainer.fit(first, Optional.empty(), killer, Cancellation.never()));

        Recorder cut = new Recorder();
        SoftmaxSession actual = resumed(first, cut);
        assertEquals(TestJobs.bits(expected.state()), TestJobs.bits(actual.state()));
        assertSameEnd(whole, cut);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 9, 12})
    void afterACancellationWithinAnEpochTheWeightsAreThoseOfARunNeverStopped(long cancelAt) {
        Recorder whole = new Recorder();
        SoftmaxSession expected = uninterrupted(whole);
        TrainingJob first = TestJobs.job(plan, TestJobs.session(EMA), folder.resolve("cut"));
        CancelFlag flag = new CancelFlag();
        Recorder before = new Recorder();
        Hook canceller =
                event -> {
                    before.on(event);
                    if (event instanceof TrainEvent.Stepped s && s.step() == cancelAt) {
                        flag.cancel();
                    }
                };
        RunResult stopped = Trainer.fit(first, Optional.empty(), canceller, flag);
        assertInstanceOf(RunResult.Cancelled.class, stopped);
        assertEquals(cancelAt, stopped.summary().step());

        Recorder cut = new Recorder();
        SoftmaxSession actual = resumed(first, cut);
        assertEquals(TestJobs.bits(expected.state()), TestJobs.bits(actual.state()));
        assertSameEnd(whole, cut);
        List<Long> steps =
                Stream.of(before, cut)
                        .flatMap(part -> part.of(TrainEvent.Stepped.class).stream())
                        .map(TrainEvent.Stepped::step)
                        .toList();
        assertEquals(
                whole.of(TrainEvent.Stepped.class).stream().map(TrainEvent.Stepped::step).toList(),
                steps);
    }

    @Test
    void aRequestThatIsWithdrawnStillStopsTheRun() {
        TrainingJob job = TestJobs.job(plan, TestJobs.session(EMA), folder.resolve("cut"));
        int[] asked = {0};
        Cancellation blink = () -> ++asked[0] == 2;
        RunResult result = Trainer.fit(job, Optional.empty(), e -> {}, blink);
        assertInstanceOf(RunResult.Cancelled.class, result);
        assertEquals(1, result.summary().step());
    }

    @Test
    void resumingACompletedRunChangesNothing() {
        TrainingJob first = TestJobs.job(plan, TestJobs.session(EMA), folder.resolve("cut"));
        Trainer.fit(first, Optional.empty(), e -> {}, Cancellation.never());
        Recorder recorder = new Recorder();
        resumed(first, recorder);
        assertEquals(0, recorder.of(TrainEvent.Stepped.class).size());
    }
}
