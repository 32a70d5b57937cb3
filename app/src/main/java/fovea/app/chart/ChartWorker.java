package fovea.app.chart;

import javafx.application.Platform;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Paints the charts of a window on a thread of its own. All that want painting are painted in one
/// go and shown in one turn of the window's thread, so that a run's news cost one frame; what wants
/// it meanwhile waits for the next go, so that a fast run cannot flood the window.
public final class ChartWorker implements AutoCloseable {
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("charts").factory());
    private final Set<LiveChart> wanting = new LinkedHashSet<>();
    private final List<Runnable> joining = new ArrayList<>();
    private boolean busy;

    /// Has a chart painted; called on the window's thread, like the rest.
    void want(LiveChart chart) {
        wanting.add(chart);
        begin();
    }

    /// Does something in the turn in which the charts that want painting now are shown, so that
    /// both are seen in one frame.
    public void together(Runnable action) {
        joining.add(action);
        begin();
    }

    private void begin() {
        if (!busy && !thread.isShutdown()) {
            busy = true;
            Platform.runLater(this::paint);
        }
    }

    private void paint() {
        List<Supplier<Runnable>> paintings = wanting.stream().map(LiveChart::painting).toList();
        List<Runnable> actions = List.copyOf(joining);
        wanting.clear();
        joining.clear();
        if (!thread.isShutdown()) {
            thread.execute(
                    () -> {
                        List<Runnable> shows = paintings.stream().map(Supplier::get).toList();
                        Platform.runLater(() -> show(shows, actions));
                    });
        }
    }

    private void show(List<Runnable> paintings, List<Runnable> actions) {
        busy = false;
        paintings.forEach(Runnable::run);
        actions.forEach(Runnable::run);
        if (!wanting.isEmpty() || !joining.isEmpty()) {
            begin();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
