package fovea.training;

import fovea.checkpoint.Position;
import fovea.engine.TrainingSession;
import fovea.evaluation.ConfusionMatrix;
import fovea.evaluation.Metric;
import fovea.problem.Problem;

import java.time.Instant;
import java.util.List;

/// Tells the hook what happens in a run.
final class Announcer {
    /// A confusion matrix with more classes would bloat the log; the predictions hold the same.
    private static final int MOST_CONFUSION_CLASSES = 256;

    private final TrainingJob job;
    private final Hook hook;
    private final DataWarnings trainWarnings;
    private final DataWarnings validationWarnings;
    private long step;

    Announcer(TrainingJob job, Hook hook) {
        this.job = job;
        this.hook = hook;
        trainWarnings = new DataWarnings("training data", this::warned);
        validationWarnings = new DataWarnings("validation data", this::warned);
    }

    void started(Position position, Metric primary) {
        step = position.step();
        TrainingData data = job.data();
        hook.on(
                new TrainEvent.Started(
                        Instant.now(),
                        step,
                        position.epoch(),
                        job.plan().epochs(),
                        job.stepsPerEpoch(),
                        data.trainSet().size(),
                        data.validationSet().size(),
                        data.classes().names(),
                        job.outputs().device(),
                        job.outputs().parameters(),
                        primary.key()));
        if (step == 0) {
            new DataWarnings("the dataset", this::warned).update(data.problems());
        }
    }

    void stepped(Position position, TrainingSession.StepResult result, double lr, double rate) {
        step = position.step();
        hook.on(
                new TrainEvent.Stepped(
                        Instant.now(),
                        step,
                        position.epoch(),
                        result.loss(),
                        lr,
                        rate,
                        result.gradientNorm()));
    }

    void validated(Position position, Verdict verdict, String predictions, Standing standing) {
        List<List<Integer>> confusion =
                verdict.evaluation()
                        .confusion()
                        .filter(matrix -> matrix.classes() <= MOST_CONFUSION_CLASSES)
                        .map(ConfusionMatrix::counts)
                        .orElse(List.of());
        hook.on(
                new TrainEvent.Validated(
                        Instant.now(),
                        step,
                        position.epoch(),
                        job.trainLoss(position),
                        verdict.metrics(),
                        confusion,
                        predictions,
                        standing == Standing.BEST));
    }

    void saved(int epoch, List<String> files) {
        files.forEach(file -> hook.on(new TrainEvent.Saved(Instant.now(), step, epoch, file)));
    }

    /// Tells what was newly found wrong with the images.
    void dataProblems() {
        trainWarnings.update(job.data().train().problems());
        validationWarnings.update(job.data().validation().problems());
    }

    void finished(RunResult.Summary summary, TrainEvent.Outcome outcome) {
        hook.on(
                new TrainEvent.Finished(
                        Instant.now(),
                        summary.step(),
                        summary.epoch(),
                        outcome,
                        summary.bestValue(),
                        summary.bestEpoch(),
                        summary.seconds()));
    }

    void failed(int epoch, Problem problem) {
        hook.on(
                new TrainEvent.Failed(
                        Instant.now(),
                        step,
                        epoch,
                        problem.place(),
                        problem.cause(),
                        problem.cure()));
    }

    private void warned(Problem problem) {
        hook.on(
                new TrainEvent.Warned(
                        Instant.now(), step, problem.place(), problem.cause(), problem.cure()));
    }
}
