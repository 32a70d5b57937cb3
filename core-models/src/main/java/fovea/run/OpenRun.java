package fovea.run;

import fovea.checkpoint.Checkpoint;
import fovea.checkpoint.Position;
import fovea.checkpoint.SaveException;
import fovea.training.Cancellation;
import fovea.training.Hook;
import fovea.training.RunResult;
import fovea.training.TrainEvent;
import fovea.training.Trainer;
import fovea.training.TrainingJob;

import java.util.List;
import java.util.Optional;

/// A run that is ready to train: its data is open, its net is built, its folder is locked. Closing
/// frees all that.
public final class OpenRun implements AutoCloseable {
    private final RunFolder folder;
    private final Preparation net;
    private final TrainingJob job;
    private final Optional<Checkpoint> from;
    private final Resources resources;

    OpenRun(
            RunFolder folder,
            Preparation net,
            TrainingJob job,
            Optional<Checkpoint> from,
            Resources resources) {
        this.folder = folder;
        this.net = net;
        this.job = job;
        this.from = from;
        this.resources = resources;
    }

    public RunFolder folder() {
        return folder;
    }

    /// Whether all epochs were done before, so that there is nothing left to train.
    public boolean complete() {
        return start().epoch() > job.plan().epochs();
    }

    private Position start() {
        return from.map(Checkpoint::position).orElseGet(Position::start);
    }

    /// Trains to the end, to a cancellation or to a failure; once only. A file at
    /// [RunFolder#stopRequest] cancels too.
    ///
    /// @throws SaveException if the log cannot be written
    public RunResult train(Hook hook, Cancellation cancellation) {
        try (EventLog log = EventLog.continueFrom(folder.events(), start())) {
            List<TrainEvent> earlier = EventReader.readAll(folder.events());
            RunFacts before = RunFacts.of(earlier);
            SummaryFile summary = new SummaryFile(folder.summary(), before);
            PredictionBudget budget =
                    new PredictionBudget(
                            folder, PredictionBudget.DEFAULT_BYTES, before.bestEpoch());
            Hook all =
                    event -> {
                        log.on(event);
                        summary.on(event);
                        budget.on(event);
                        hook.on(event);
                    };
            Hook warning =
                    new StartWarnings(net.warnings(), new DataChange(earlier, net.source(), all));
            return Trainer.fit(
                    job, from, warning, cancellation.or(new StopFile(folder.stopRequest())));
        }
    }

    @Override
    public void close() {
        resources.close();
    }
}
