package fovea.app.runs;

import fovea.app.frame.Widgets;
import fovea.app.text.Texts;
import fovea.problem.Problem;
import fovea.run.RunState;
import fovea.run.RunSummary;
import fovea.training.TrainEvent;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
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
    private final VBox cards = new VBox();
    private List<Entry> shown = List.of();

    /// @param cause what stands on a card of any kind
    private record Entry(Problem problem, Kind kind) {}

    private enum Kind {
        FAILURE,
        WARNING,
        MORE
    }

    ProblemCards(Texts texts) {
        this.texts = texts;
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
        List<Entry> now = entries(run, summary);
        if (!now.equals(shown)) {
            shown = now;
            cards.getChildren().setAll(now.stream().map(ProblemCards::card).toList());
            setVisible(!now.isEmpty());
            setManaged(isVisible());
            setVvalue(0);
        }
    }

    private List<Entry> entries(OpenedRun run, Optional<RunSummary> summary) {
        RunFeed feed = run.feed();
        List<Entry> entries = new ArrayList<>();
        if (endedSilently(run, summary)) {
            Problem silent =
                    new Problem(
                            run.folder().log().toString(),
                            texts.text("runs.silent.cause"),
                            texts.text("runs.silent.cure"));
            entries.add(new Entry(silent, Kind.FAILURE));
        }
        feed.end()
                .filter(TrainEvent.Failed.class::isInstance)
                .map(TrainEvent.Failed.class::cast)
                .map(failed -> new Problem(failed.place(), failed.cause(), failed.cure()))
                .ifPresent(problem -> entries.add(new Entry(problem, Kind.FAILURE)));
        feed.warnings().stream()
                .limit(MOST)
                .forEach(problem -> entries.add(new Entry(problem, Kind.WARNING)));
        int more = feed.warnings().size() - MOST;
        if (more > 0) {
            String words = texts.format("runs.warnings.more", more);
            entries.add(new Entry(new Problem("", words, ""), Kind.MORE));
        }
        return entries;
    }

    private static Node card(Entry entry) {
        Problem problem = entry.problem();
        Label cause = new Label(problem.cause());
        cause.setWrapText(true);
        if (entry.kind() == Kind.MORE) {
            cause.getStyleClass().add("muted");
            return cause;
        }
        VBox text = new VBox(2, cause);
        if (!problem.cure().isBlank()) {
            Label cure = new Label(problem.cure());
            cure.setWrapText(true);
            cure.getStyleClass().add("problem-cure");
            text.getChildren().add(cure);
        }
        if (!problem.place().isBlank()) {
            text.getChildren().add(Widgets.path(problem.place(), "problem-place"));
        }
        boolean failure = entry.kind() == Kind.FAILURE;
        FontIcon icon = new FontIcon(failure ? Feather.X_CIRCLE : Feather.ALERT_TRIANGLE);
        HBox card = new HBox(8, icon, text);
        card.getStyleClass().addAll("run-problem", failure ? "failure-card" : "warning-card");
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
