package fovea.app.runs;

import fovea.app.frame.Backend;
import fovea.app.frame.Tools;
import fovea.app.jobs.Control;
import fovea.app.jobs.Job;
import fovea.experiment.Experiment;
import fovea.experiment.ExperimentWriter;
import fovea.run.EventReader;
import fovea.run.RunFolder;
import fovea.run.RunState;
import fovea.run.RunStore;

import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Duration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /// Runs that cannot be followed, so that the window warns of each but once.
    private final Set<Path> lost = new HashSet<>();

    private final ReadOnlyBooleanWrapper starting = new ReadOnlyBooleanWrapper(this, "starting");

    /// @param changed called when a run has begun or ended
    /// @param together does something in the frame that shows a run's news
    RunControl(Tools tools, TrainerProcess trainer, Runnable changed, Consumer<Runnable> together) {
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

    /// Whether a run is just being started.
    ReadOnlyBooleanProperty starting() {
        return starting.getReadOnlyProperty();
    }

    /// Writes the experiment into a new folder and trains it; a warning if that fails.
    void train(Experiment experiment, Consumer<OpenedRun> begun) {
        start(
                "runs.train",
                backend -> {
                    RunFolder folder =
                            new RunStore(tools.workplace().runs()).create(experiment.name());
                    Files.writeString(folder.experiment(), ExperimentWriter.format(experiment));
                    Instant now = Instant.now();
                    return new Begun(folder, trainer.start(folder, backend), now);
                },
                begun);
    }

    /// Goes on with a run; a warning if that fails.
    void resume(RunFolder folder, Consumer<OpenedRun> begun) {
        start(
                "runs.resume",
                backend -> {
                    Files.deleteIfExists(folder.stopRequest());
                    Instant now = Instant.now();
                    return new Begun(folder, trainer.resume(folder, backend), now);
                },
                begun);
    }

    private record Begun(RunFolder folder, TrainerProcess.Child child, Instant before) {}

    private interface Beginning {
        Begun begin(Backend backend) throws IOException;
    }

    /// Files and processes are made away from the window's thread.
    private void start(String what, Beginning beginning, Consumer<OpenedRun> shown) {
        if (starting.get()) {
            return;
        }
        starting.set(true);
        Backend backend = tools.workplace().backends().chosen().get();
        tools.jobs()
                .quietly(tools.texts().text(what), control -> beginning.begin(backend))
                .onSuccess(
                        begun -> {
                            starting.set(false);
                            lost.remove(begun.folder().root());
                            shown.accept(follow(begun));
                        })
                .onFailure(
                        failure -> {
                            starting.set(false);
                            tools.jobs().warn(failure);
                        });
    }

    /// Follows a run that another process trains, unless that has failed before.
    Optional<OpenedRun> pickUp(RunFolder folder) {
        if (lost.contains(folder.root())) {
            return Optional.empty();
        }
        OpenedRun run = new OpenedRun(folder);
        follow(run, () -> false, OpenedRun.Activity.TRAINING);
        return Optional.of(run);
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
        Optional<TrainerProcess.Child> child = run.child();
        tools.jobs()
                .quietly(
                        tools.texts().text("runs.force"),
                        control -> {
                            child.or(() -> RunOwner.of(run.folder()))
                                    .ifPresent(TrainerProcess.Child::kill);
                            return run;
                        });
    }

    /// Lets all runs go on without the window.
    void close() {
        followers.values().forEach(RunFollower::detach);
    }

    private OpenedRun follow(Begun begun) {
        OpenedRun run = new OpenedRun(begun.folder());
        run.runBy(begun.child(), begun.before());
        follow(run, begun.child()::alive, OpenedRun.Activity.STARTING);
        return run;
    }

    private void follow(OpenedRun run, BooleanSupplier alive, OpenedRun.Activity activity) {
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
                                    lost.add(run.folder().root());
                                    ended(run);
                                    tools.jobs().warn(failure);
                                });
        active.put(run, job);
        changed.run();
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
}
