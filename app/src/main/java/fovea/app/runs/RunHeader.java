package fovea.app.runs;

import atlantafx.base.theme.Styles;

import fovea.app.frame.Tools;
import fovea.app.frame.Widgets;
import fovea.app.frame.WrapRow;
import fovea.run.RunState;
import fovea.run.RunSummary;
import fovea.training.TrainEvent;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
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
    private final Tooltip hover = new Tooltip();
    private final Label state = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final FlowPane facts = new FlowPane(16, 4);
    private final Label epoch = new Label();
    private final Fact best;
    private final Fact rate;
    private final Fact left;
    private final Fact took;
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
        name.setTooltip(hover);
        name.setMinWidth(100);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        state.setId("run-state");
        state.getStyleClass().add("run-state");
        stop = Widgets.button(commands.stop());
        force = Widgets.button(commands.force(), Styles.DANGER);
        resume = Widgets.button(commands.resume(), Styles.ACCENT);
        inspect = Widgets.button(commands.inspect());
        HBox title = new HBox(8, icon, name);
        title.setAlignment(Pos.CENTER_LEFT);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add(Styles.SMALL);
        epoch.getStyleClass().add("run-fact");
        best = new Fact(tools.texts(), "runs.fact.best");
        rate = new Fact(tools.texts(), "runs.fact.rate");
        left = new Fact(tools.texts(), "runs.fact.left");
        took = new Fact(tools.texts(), "runs.fact.took");
        facts.setId("run-facts");
        facts.setRowValignment(VPos.CENTER);
        facts.getChildren().addAll(state, epoch, best, rate, left, took);
        getChildren().addAll(new WrapRow(title, force, stop, resume, inspect), bar, facts);
    }

    void show(OpenedRun run, Optional<RunSummary> summary) {
        RunState now = stateOf(run, summary);
        name.setText(run.folder().name());
        hover.setText(run.folder().root().toString());
        icon.setIconCode(RunCell.shape(now));
        List<String> styles = List.of("ikonli-font-icon", "run-icon", RunCell.style(now));
        if (!icon.getStyleClass().equals(styles)) {
            icon.getStyleClass().setAll(styles);
        }
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
        keepKeys();
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

    /// The keys stay with the buttons when the one that has them goes.
    private void keepKeys() {
        List<Button> buttons = List.of(force, stop, resume, inspect);
        if (buttons.stream().anyMatch(button -> button.isFocused() && !button.isVisible())) {
            buttons.stream().filter(Button::isVisible).findFirst().ifPresent(Button::requestFocus);
        }
    }

    private void showFacts(OpenedRun run, RunState now) {
        RunFeed feed = run.feed();
        boolean trained = feed.started().isPresent() && now != RunState.IMPORTED;
        epoch.setText(trained ? words.epoch(feed) : "");
        best.show(feed.best().map(event -> best(feed, event)).orElse(""));
        rate.show(
                feed.last()
                        .filter(last -> run.active())
                        .map(last -> words.rate(last.imagesPerSecond()))
                        .orElse(""));
        boolean going = run.active() && feed.secondsLeft() > 0;
        left.show(going ? RunWords.clock(feed.secondsLeft()) : "");
        took.show(
                feed.end()
                        .filter(TrainEvent.Finished.class::isInstance)
                        .map(TrainEvent.Finished.class::cast)
                        .map(end -> RunWords.clock(end.seconds()))
                        .orElse(""));
    }

    private String best(RunFeed feed, TrainEvent.Validated event) {
        String key = feed.primaryMetric();
        double value = event.metrics().getOrDefault(key, Double.NaN);
        String number = words.metric(key) + " " + words.metricValue(key, value);
        String when = Integer.toString(event.epoch());
        return number + tools.texts().format("runs.fact.best.epoch", when);
    }
}
