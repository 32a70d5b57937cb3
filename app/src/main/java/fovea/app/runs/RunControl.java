package fovea.app.runs;

import fovea.app.frame.Tools;
import fovea.app.jobs.Control;
import fovea.app.jobs.Failure;
import fovea.app.jobs.Job;
import fovea.experiment.Experiment;
import fovea.experiment.ExperimentWriter;
import fovea.run.EventReader;
import fovea.run.RunFolder;
import fovea.run.RunState;
import fovea.run.RunStore;

import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Starts, follows, stops and resumes runs. Belongs to the window's thread.
final class RunControl {
    /// How long a run may take to stop before ending it by force is offered.
    static final Duration PATIENCE = Duration.seconds(10);

    private final Tools tools;
    private final TrainerProcess trainer;
    private final Runnable changed;
    private final Consumer<Runnable> together;
    private final RunWords words;
    private final Map<OpenedRun, Job<RunState>> active = new HashMap<>();
    private final Map<OpenedRun, RunFollower> followers = new HashMap<>();

    /// @param changed called when a run has begun or ended
    /// @param together does something in the frame that shows a run's news
    RunControl(
            Tools tools, TrainerProcess trainer, Runnable changed, Consumer<Runnable> together) {
        this.tools = tools;
        this.trainer = trainer;
        this.changed = changed;
        this.together = together;
        words = new RunWords(tools.texts());
    }

    /// The run if a process trains it that is being followed.
    Optional<OpenedRun> active(RunFolder run) {
        return active.keySet().stream()
                .filter(open -> RunsModel.same(open.folder(), run))
                .findFirst();
    }

    /// Whether any run is being followed.
    boolean busy() {
        return !active.isEmpty();
    }

    /// Writes the experiment into a new folder and trains it; empty, with a warning, if that fails.
    Optional<OpenedRun> train(Experiment experiment) {
        try {
            RunFolder folder = new RunStore(tools.workplace().runs()).create(experiment.name());
            Files.writeString(folder.experiment(), ExperimentWriter.format(experiment));
            Instant now = Instant.now();
            return Optional.of(
                    follow(
                            new OpenedRun(folder),
                            trainer.start(folder, tools.workplace().devices().chosen().get()),
                            now));
        } catch (IOException | RuntimeException e) {
            return failed("runs.train", e);
        }
    }

    Optional<OpenedRun> resume(RunFolder folder) {
        try {
            Files.deleteIfExists(folder.stopRequest());
            Instant now = Instant.now();
            return Optional.of(
                    follow(
                            new OpenedRun(folder),
                            trainer.resume(folder, tools.workplace().devices().chosen().get()),
                            now));
        } catch (IOException | RuntimeException e) {
            return failed("runs.resume", e);
        }
    }

    /// Follows a run that another process trains.
    OpenedRun pickUp(RunFolder folder) {
        OpenedRun run = new OpenedRun(folder);
        RunOwner.of(folder).ifPresent(process -> run.runBy(process, Instant.EPOCH));
        return follow(run, () -> false, OpenedRun.Activity.TRAINING);
    }

    /// Asks a run to stop after its current step.
    void stop(OpenedRun run) {
        Optional.ofNullable(active.get(run)).ifPresent(Job::cancel);
        stopping(run);
    }

    private static void stopping(OpenedRun run) {
        if (run.activity().get() == OpenedRun.Activity.STOPPING || !run.active()) {
            return;
        }
        run.become(OpenedRun.Activity.STOPPING);
        PauseTransition patience = new PauseTransition(PATIENCE);
        patience.setOnFinished(
                event -> {
                    if (run.activity().get() == OpenedRun.Activity.STOPPING) {
                        run.become(OpenedRun.Activity.OVERDUE);
                    }
                });
        patience.play();
    }

    /// Ends a run's process at once.
    void kill(OpenedRun run) {
        run.child().or(() -> RunOwner.of(run.folder())).ifPresent(TrainerProcess.Child::kill);
    }

    /// Lets all runs go on without the window.
    void close() {
        followers.values().forEach(RunFollower::detach);
    }

    private OpenedRun follow(OpenedRun run, TrainerProcess.Child child, Instant before) {
        run.runBy(child, before);
        return follow(run, child::alive, OpenedRun.Activity.STARTING);
    }

    private OpenedRun follow(OpenedRun run, BooleanSupplier alive, OpenedRun.Activity activity) {
        RunFollower follower =
                new RunFollower(
                        run.folder(),
                        alive,
                        (news, control) -> Platform.runLater(() -> take(run, news, control)),
                        () -> Platform.runLater(() -> stopping(run)));
        run.become(activity);
        followers.put(run, follower);
        Job<RunState> job =
                tools.jobs()
                        .run(run.folder().name(), follower)
                        .onSuccess(state -> ended(run))
                        .onCancel(() -> ended(run))
                        .onFailure(
                                failure -> {
                                    ended(run);
                                    tools.jobs().warn(failure);
                                });
        active.put(run, job);
        changed.run();
        return run;
    }

    private void take(OpenedRun run, EventReader.News news, Control control) {
        run.take(news);
        together.accept(
                () -> {
                    control.report(run.feed().progress(), 1);
                    control.say(words.line(run.feed()));
                });
    }

    private void ended(OpenedRun run) {
        active.remove(run);
        followers.remove(run);
        run.become(OpenedRun.Activity.IDLE);
        changed.run();
    }

    private Optional<OpenedRun> failed(String what, Exception e) {
        tools.jobs().warn(Failure.of(tools.texts().text(what), e));
        return Optional.empty();
    }
}
