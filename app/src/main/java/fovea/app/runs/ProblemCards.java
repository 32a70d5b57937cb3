package fovea.app.runs;

import fovea.app.frame.ProblemView;
import fovea.app.frame.Widgets;
import fovea.app.text.Texts;
import fovea.problem.Problem;
import fovea.run.RunState;
import fovea.run.RunSummary;
import fovea.training.TrainEvent;

import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What went wrong in a run, and what it warns of, each with cause and cure. Many are scrolled, so
/// that the curves stay in sight.
final class ProblemCards extends ScrollPane {
    private static final int MOST = 20;
    private static final double HIGHEST = 140;

    private final Texts texts;
    private final Watch watch;
    private final VBox cards = new VBox();
    private List<Entry> shown = List.of();
    private int unshown;

    private record Entry(Problem problem, Kind kind) {}

    private enum Kind {
        FAILURE(Feather.X_CIRCLE, "failure-card"),
        REASON(Feather.CORNER_DOWN_RIGHT, "failure-card"),
        WARNING(Feather.ALERT_TRIANGLE, "warning-card");

        private final Feather icon;
        private final String style;

        Kind(Feather icon, String style) {
            this.icon = icon;
            this.style = style;
        }
    }

    /// @param watch reads logs
    ProblemCards(Texts texts, Watch watch) {
        this.texts = texts;
        this.watch = watch;
        setId("run-problems");
        getStyleClass().add("run-problems");
        cards.getStyleClass().add("run-problem-cards");
        setContent(cards);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setVisible(false);
        setManaged(false);
    }

    /// Whether the process ended before it told anything; an imported net never had one.
    static boolean endedSilently(OpenedRun run, Optional<RunSummary> summary) {
        return !run.active()
                && summary.map(RunSummary::state).filter(RunState.IMPORTED::equals).isEmpty()
                && run.revision().get() > 0
                && run.feed().started().isEmpty()
                && run.feed().end().isEmpty();
    }

    void show(OpenedRun run, Optional<RunSummary> summary) {
        boolean silent = endedSilently(run, summary);
        List<Entry> now = silent ? List.of(silent(run)) : entries(run.feed());
        int more = Math.max(0, run.feed().warnings().size() - MOST);
        if (now.equals(shown) && more == unshown) {
            return;
        }
        shown = now;
        unshown = more;
        cards.getChildren().setAll(now.stream().map(this::card).toList());
        if (silent) {
            askForReasons(run, now);
        }
        if (more > 0) {
            cards.getChildren()
                    .add(
                            Widgets.label(
                                    texts.language()
                                            .map(l -> texts.format("runs.warnings.more", more)),
                                    "muted"));
        }
        setVisible(!now.isEmpty());
        setManaged(isVisible());
        setVvalue(0);
    }

    private static List<Entry> entries(RunFeed feed) {
        List<Entry> entries = new ArrayList<>();
        feed.end()
                .filter(TrainEvent.Failed.class::isInstance)
                .map(TrainEvent.Failed.class::cast)
                .map(failed -> new Problem(failed.place(), failed.cause(), failed.cure()))
                .ifPresent(problem -> entries.add(new Entry(problem, Kind.FAILURE)));
        feed.warnings().stream()
                .limit(MOST)
                .forEach(problem -> entries.add(new Entry(problem, Kind.WARNING)));
        return entries;
    }

    private Entry silent(OpenedRun run) {
        return new Entry(
                new Problem(
                        run.folder().log().toString(),
                        texts.text("runs.silent.cause"),
                        texts.text("runs.silent.cure")),
                Kind.FAILURE);
    }

    /// What the process printed last is most likely the reason.
    private void askForReasons(OpenedRun run, List<Entry> asked) {
        watch.now(
                () -> {
                    List<String> lines = LogTail.reasons(run.folder());
                    Platform.runLater(
                            () -> {
                                if (shown.equals(asked)) {
                                    lines.forEach(line -> cards.getChildren().add(reason(line)));
                                }
                            });
                });
    }

    private Node reason(String line) {
        return card(new Entry(new Problem("", line, ""), Kind.REASON));
    }

    private Node card(Entry entry) {
        HBox card =
                new HBox(8, new FontIcon(entry.kind().icon), new ProblemView(texts, entry.problem));
        card.getStyleClass().addAll("run-problem", entry.kind().style);
        return card;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.min(HIGHEST, cards.prefHeight(width));
    }
}
