package fovea.app.runs;

import fovea.app.jobs.Control;
import fovea.app.jobs.Work;
import fovea.problem.InvalidInputException;
import fovea.run.EventReader;
import fovea.run.RunFolder;
import fovea.run.RunState;
import fovea.run.RunStore;
import fovea.training.TrainEvent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/// Follows a run to its end, away from the window's thread, every other second: only what was added
/// to the event file is read, so that it costs the run next to nothing. Cancelling it asks the run
/// to stop and follows on.
final class RunFollower implements Work<RunState> {
    private static final long MILLIS_BETWEEN_POLLS = 2000;

    /// Whether the folder is locked is asked for only now and then: it takes opening a file.
    private static final int POLLS_BETWEEN_CHECKS = 2;

    private final RunFolder run;
    private final BooleanSupplier alive;
    private final BiConsumer<EventReader.News, Control> window;
    private final Runnable asking;
    private EventReader reader;
    private boolean ended;
    private volatile boolean detached;
    private boolean asked;

    /// @param alive whether the process we started goes on; false if another has started it
    /// @param window takes news, on this work's thread, and reports how far the run is
    /// @param asking told, on this work's thread, when the run is asked to stop
    RunFollower(
            RunFolder run,
            BooleanSupplier alive,
            BiConsumer<EventReader.News, Control> window,
            Runnable asking) {
        this.run = run;
        this.alive = alive;
        this.window = window;
        this.asking = asking;
        reader = new EventReader(run.events());
    }

    @Override
    public RunState run(Control control) {
        int polls = 0;
        while (true) {
            boolean ours = alive.getAsBoolean();
            boolean checked = polls++ % POLLS_BETWEEN_CHECKS == 0;
            boolean running = ours || !checked || RunStore.summary(run).state() == RunState.RUNNING;
            poll(control);
            if (detached || !running || (ended && !ours)) {
                return RunStore.summary(run).state();
            }
            pause(control);
        }
    }

    private void poll(Control control) {
        EventReader.News news = news(control);
        if (!news.events().isEmpty()) {
            news.events().forEach(event -> ended = ended(event));
            window.accept(news, control);
        }
    }

    private boolean ended(TrainEvent event) {
        return switch (event) {
            case TrainEvent.Started _ -> false;
            case TrainEvent.Finished _, TrainEvent.Failed _ -> true;
            case TrainEvent.Stepped _,
                    TrainEvent.Validated _,
                    TrainEvent.Saved _,
                    TrainEvent.Warned _ ->
                    ended;
        };
    }

    private EventReader.News news(Control control) {
        try {
            return reader.poll();
        } catch (InvalidInputException e) {
            if (!control.cancelled() || !Thread.interrupted()) {
                throw e;
            }
            // The interrupt of a cancellation broke the reading off: begin again.
            reader = new EventReader(run.events());
            List<TrainEvent> events = reader.poll().events();
            return new EventReader.News(EventReader.Continuity.REWRITTEN, events);
        }
    }

    private void pause(Control control) {
        try {
            Thread.sleep(MILLIS_BETWEEN_POLLS);
        } catch (InterruptedException e) {
            // Cancelling interrupts; the run is asked to stop and followed to its end.
            ask(control);
        }
        ask(control);
    }

    /// Lets the run go on without being followed.
    void detach() {
        detached = true;
    }

    private void ask(Control control) {
        if (control.cancelled() && !asked && !detached) {
            asked = true;
            requestStop(run);
            asking.run();
        }
    }

    /// Asks a run to stop after its current step.
    static void requestStop(RunFolder run) {
        try {
            Path request = run.stopRequest();
            if (!Files.exists(request)) {
                Files.createFile(request);
            }
        } catch (IOException e) {
            throw InvalidInputException.unreadable(run.stopRequest(), e);
        }
    }
}
