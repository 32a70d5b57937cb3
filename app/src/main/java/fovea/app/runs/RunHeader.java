package fovea.app.runs;

import atlantafx.base.theme.Styles;

import fovea.app.frame.Tools;
import fovea.app.frame.Widgets;
import fovea.run.RunState;
import fovea.run.RunSummary;
import fovea.training.TrainEvent;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Optional;

/// What a run is doing, how well, how long yet, and the buttons to stop it and to go on.
final class RunHeader extends VBox {
    private final RunWords words;
    private final Tools tools;
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Label state = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final FlowPane facts = new FlowPane(16, 4);
    private final Button stop;
    private final Button force;
    private final Button resume;
    private final Button inspect;

    RunHeader(Tools tools, RunCommands commands) {
        this.tools = tools;
        words = new RunWords(tools.texts());
        getStyleClass().add("run-header");
        name.getStyleClass().add("title");
        name.setId("run-name");
        name.setMinWidth(60);
        state.setId("run-state");
        state.getStyleClass().add("run-state");
        state.setMinWidth(Label.USE_PREF_SIZE);
        stop = Widgets.button(commands.stop());
        force = Widgets.button(commands.force(), Styles.DANGER);
        resume = Widgets.button(commands.resume(), Styles.ACCENT);
        inspect = Widgets.button(commands.inspect());
        for (Button button : List.of(stop, force, resume, inspect)) {
            button.setMinWidth(Button.USE_PREF_SIZE);
        }
        HBox first = new HBox(8, icon, name, state, Widgets.spacer(), force, stop, resume, inspect);
        first.setAlignment(Pos.CENTER_LEFT);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add(Styles.SMALL);
        facts.setId("run-facts");
        getChildren().addAll(first, bar, facts);
    }

    void show(OpenedRun run, Optional<RunSummary> summary) {
        RunState now = stateOf(run, summary);
        name.setText(run.folder().name());
        icon.setIconCode(RunCell.shape(now));
        icon.getStyleClass().setAll("ikonli-font-icon", "run-icon", RunCell.style(now));
        state.setText(activity(run, now));
        bar.setProgress(
                run.activity().get() == OpenedRun.Activity.STARTING
                        ? ProgressBar.INDETERMINATE_PROGRESS
                        : run.feed().progress());
        boolean active = run.active();
        bar.setVisible(active);
        bar.setManaged(active);
        show(stop, active && run.activity().get() != OpenedRun.Activity.OVERDUE);
        show(force, run.activity().get() == OpenedRun.Activity.OVERDUE);
        show(resume, !active && resumable(now));
        show(inspect, !run.feed().validations().isEmpty());
        showFacts(run, now);
    }

    static RunState stateOf(OpenedRun run, Optional<RunSummary> summary) {
        if (run.active()) {
            return RunState.RUNNING;
        }
        return run.feed()
                .end()
                .map(RunHeader::endState)
                .or(() -> summary.map(RunSummary::state).filter(s -> s != RunState.RUNNING))
                .orElse(run.feed().started().isPresent() ? RunState.INTERRUPTED : RunState.DAMAGED);
    }

    private static RunState endState(TrainEvent end) {
        return end instanceof TrainEvent.Finished finished
                ? switch (finished.outcome()) {
                    case COMPLETED, STOPPED_EARLY -> RunState.COMPLETED;
                    case CANCELLED -> RunState.CANCELLED;
                }
                : RunState.FAILED;
    }

    static boolean resumable(RunState state) {
        return switch (state) {
            case CANCELLED, FAILED, INTERRUPTED -> true;
            case RUNNING, COMPLETED, IMPORTED, DAMAGED -> false;
        };
    }

    private String activity(OpenedRun run, RunState now) {
        return switch (run.activity().get()) {
            case IDLE, TRAINING -> words.state(now);
            case STARTING -> tools.texts().text("runs.state.starting");
            case STOPPING -> tools.texts().text("runs.state.stopping");
            case OVERDUE -> tools.texts().text("runs.state.overdue");
        };
    }

    private static void show(Button button, boolean visible) {
        button.setVisible(visible);
        button.setManaged(visible);
    }

    private void showFacts(OpenedRun run, RunState now) {
        RunFeed feed = run.feed();
        facts.getChildren().clear();
        if (feed.started().isPresent() && now != RunState.IMPORTED) {
            fact("runs.fact.epoch", words.epoch(feed));
        }
        feed.best()
                .ifPresent(
                        best ->
                                fact(
                                        "runs.fact.best",
                                        words.metric(feed.primaryMetric())
                                                + " "
                                                + words.metricValue(
                                                        feed.primaryMetric(),
                                                        best.metrics()
                                                                .getOrDefault(
                                                                        feed.primaryMetric(),
                                                                        Double.NaN))
                                                + tools.texts()
                                                        .format(
                                                                "runs.fact.best.epoch",
                                                                Integer.toString(best.epoch()))));
        feed.last()
                .filter(last -> run.active())
                .ifPresent(last -> fact("runs.fact.rate", words.rate(last.imagesPerSecond())));
        if (run.active() && feed.secondsLeft() > 0) {
            fact("runs.fact.left", RunWords.clock(feed.secondsLeft()));
        }
        feed.end()
                .filter(TrainEvent.Finished.class::isInstance)
                .map(TrainEvent.Finished.class::cast)
                .ifPresent(end -> fact("runs.fact.took", RunWords.clock(end.seconds())));
        facts.setVisible(!facts.getChildren().isEmpty());
        facts.setManaged(facts.isVisible());
    }

    private void fact(String key, String value) {
        Label what = new Label(tools.texts().text(key));
        what.getStyleClass().add("muted");
        Label text = new Label(value);
        text.getStyleClass().add("run-fact");
        HBox box = new HBox(6, what, text);
        box.setAlignment(Pos.BASELINE_LEFT);
        facts.getChildren().add(box);
    }
}
