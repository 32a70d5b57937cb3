package fovea.training;

import fovea.checkpoint.Checkpoint;
import fovea.checkpoint.Position;
import fovea.checkpoint.SaveException;
import fovea.checkpoint.Score;
import fovea.dataset.BatchIterator;
import fovea.dataset.Order;
import fovea.engine.EngineException;
import fovea.engine.TrainingSession.StepResult;
import fovea.evaluation.Metric;
import fovea.graph.Graph;
import fovea.optimization.PlateauCounter;
import fovea.optimization.Schedule;
import fovea.problem.InvalidInputException;
import fovea.problem.Problem;
import fovea.tensor.Batch;
import fovea.tensor.HostTensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Trains: epoch after epoch of updates, a validation, a checkpoint. What happens is told to a
/// [Hook].
///
/// A run that goes on from a checkpoint is bit for bit the run that was never stopped: the order of
/// the data, augmentation and dropout depend on the seed and the place alone, and everything else
/// is in the checkpoint.
public final class Trainer {
    private final TrainingJob job;
    private final TrainingPlan plan;
    private final Cancellation cancellation;
    private final Metric primary;
    private final Announcer announcer;
    private final CheckpointKeeper keeper;
    private final RunClock clock;
    private final Throughput throughput = new Throughput(System::nanoTime);
    private Position position;
    private Divergence.Update latest = new Divergence.Update(0, List.of());
    private int worked;
    private boolean stopping;

    private Trainer(TrainingJob job, Position start, Hook hook, Cancellation cancellation) {
        this.job = job;
        this.cancellation = cancellation;
        plan = job.plan();
        position = start;
        worked = Math.max(1, start.batchInEpoch() == 0 ? start.epoch() - 1 : start.epoch());
        primary = job.model().decoder().evaluator(job.data().classes()).evaluation().primary();
        announcer = new Announcer(job, hook);
        keeper = new CheckpointKeeper(job.outputs().checkpoints(), job.outputs().keep());
        clock = new RunClock(System::nanoTime, start.seconds());
    }

    /// Trains until the epochs are done, nothing improves any more, it is cancelled, or it fails in
    /// a way the user can mend.
    ///
    /// @param from where to go on, which brings the session to its state; empty to begin
    public static RunResult fit(
            TrainingJob job, Optional<Checkpoint> from, Hook hook, Cancellation cancellation) {
        from.ifPresent(checkpoint -> job.session().restore(checkpoint.state()));
        Position start = from.map(Checkpoint::position).orElseGet(Position::start);
        return new Trainer(job, start, hook, cancellation).fitOrFail();
    }

    private RunResult fitOrFail() {
        try {
            return fit();
        } catch (Divergence e) {
            return failed(e.problem());
        } catch (SaveException e) {
            return failed(e.problem());
        } catch (InvalidInputException e) {
            return failed(e.problems().getFirst());
        } catch (EngineException e) {
            return failed(new Problem(place(), String.valueOf(e.getMessage()), ""));
        } catch (RuntimeException | Error e) {
            failed(new Problem(place(), e.toString(), "please report this fault of the program"));
            throw e;
        }
    }

    private RunResult fit() {
        announcer.started(position, primary);
        while (position.epoch() <= plan.epochs() && !exhausted()) {
            trainEpoch();
            Optional<Standing> standing = stopped() ? Optional.empty() : validate();
            announcer.dataProblems();
            if (standing.isEmpty()) {
                return cancelled();
            }
            endEpoch(standing.get());
        }
        return ended();
    }

    private void trainEpoch() {
        throughput.resume();
        int plateaus = plateaus();
        try (BatchIterator batches = batches()) {
            while (!stopped() && batches.hasNext()) {
                List<Batch> together = take(batches);
                try {
                    update(together, plateaus);
                } finally {
                    together.forEach(Batch::close);
                }
            }
        }
    }

    private BatchIterator batches() {
        return job.data()
                .train()
                .epoch(position.epoch() - 1, Order.SHUFFLED, position.batchInEpoch());
    }

    private List<Batch> take(BatchIterator batches) {
        List<Batch> together = new ArrayList<>();
        while (together.size() < plan.accumulate() && batches.hasNext()) {
            together.add(batches.next());
        }
        return together;
    }

    private void update(List<Batch> batches, int plateaus) {
        double lr = plan.lr() * plan.schedule().factor(progress(plateaus));
        long seed = plan.seed().at(position.step()).value();
        List<Map<String, HostTensor>> tensors = batches.stream().map(Batch::tensors).toList();
        worked = position.epoch();
        latest = Divergence.Update.of(lr, batches);
        StepResult result = job.session().step(tensors, lr, seed);
        Divergence.check(place(), "the loss", result.loss(), latest);
        Divergence.check(place(), "the gradient", result.gradientNorm(), latest);
        position = position.updated(batches.size(), result.loss());
        double rate = throughput.lap(batches.stream().mapToInt(Batch::size).sum());
        announcer.stepped(position, result, lr, rate);
    }

    private Schedule.Progress progress(int plateaus) {
        return new Schedule.Progress(position.step(), job.stepsPerEpoch(), plan.epochs(), plateaus);
    }

    private int plateaus() {
        List<Double> values = position.scores().stream().map(Score::value).toList();
        return plan.schedule().plateauPatience().stream()
                .map(n -> PlateauCounter.start(n, primary.direction()).after(values).plateaus())
                .findFirst()
                .orElse(0);
    }

    /// How the epoch compares; empty if it was stopped before that was known.
    private Optional<Standing> validate() {
        boolean due =
                position.epoch() % plan.validateEvery() == 0 || position.epoch() == plan.epochs();
        if (!due) {
            return Optional.of(Standing.NOT_BEST);
        }
        try (PredictionSink.Entry predictions =
                job.outputs().predictions().begin(position.epoch())) {
            return judge().judge(
                            job.data().validation(),
                            predictions::add,
                            Progress.none(),
                            cancellation)
                    .map(verdict -> record(verdict, predictions.finish()));
        }
    }

    private Judge judge() {
        List<String> outputs =
                Stream.concat(job.model().decoder().outputs().stream(), Stream.of(Graph.LOSS))
                        .toList();
        return new Judge(
                job.model().decoder(),
                job.data().classes(),
                tensors -> job.session().evaluate(tensors, outputs));
    }

    private Standing record(Verdict verdict, String predictions) {
        String place = "validation after step " + position.step() + ", epoch " + position.epoch();
        Divergence.check(place, "the loss", verdict.loss(), latest);
        Position scored = position.scored(verdict.primary());
        boolean first = Scores.stalled(scored.scores(), primary.direction()) == 0;
        Standing standing = first ? Standing.BEST : Standing.NOT_BEST;
        announcer.validated(position, verdict, predictions, standing);
        position = scored;
        return standing;
    }

    private void endEpoch(Standing standing) {
        int epoch = position.epoch();
        position = position.nextEpoch();
        announcer.saved(epoch, keeper.saveEpoch(checkpoint(), epoch, standing));
    }

    private Checkpoint checkpoint() {
        return new Checkpoint(
                job.session().state(), position.after(clock.seconds()), job.outputs().origin());
    }

    /// A request stands even if it is withdrawn, so that an epoch is never taken for whole.
    private boolean stopped() {
        stopping = stopping || cancellation.requested();
        return stopping;
    }

    private boolean exhausted() {
        int stalled = Scores.stalled(position.scores(), primary.direction());
        return position.batchInEpoch() == 0
                && plan.patience().map(patience -> stalled >= patience).orElse(false);
    }

    private RunResult cancelled() {
        announcer.saved(position.epoch(), keeper.saveLast(checkpoint()));
        announcer.finished(summary(), TrainEvent.Outcome.CANCELLED);
        return new RunResult.Cancelled(summary());
    }

    private RunResult ended() {
        if (position.epoch() > plan.epochs()) {
            announcer.finished(summary(), TrainEvent.Outcome.COMPLETED);
            return new RunResult.Completed(summary());
        }
        announcer.finished(summary(), TrainEvent.Outcome.STOPPED_EARLY);
        return new RunResult.StoppedEarly(summary());
    }

    private RunResult failed(Problem problem) {
        try {
            announcer.failed(position.epoch(), problem);
        } catch (SaveException e) {
            return new RunResult.Failed(summary(), problem);
        }
        return new RunResult.Failed(summary(), problem);
    }

    private RunResult.Summary summary() {
        Optional<Score> best = Scores.best(position.scores(), primary.direction());
        return new RunResult.Summary(
                position.step(),
                worked,
                primary.key(),
                best.map(Score::value).orElse(Double.NaN),
                best.map(Score::epoch).orElse(0),
                clock.seconds());
    }

    private String place() {
        return "step " + (position.step() + 1) + ", epoch " + position.epoch();
    }
}
