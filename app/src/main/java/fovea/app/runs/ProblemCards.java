package fovea.app.runs;

import fovea.app.frame.Widgets;
import fovea.app.text.Texts;
import fovea.problem.Problem;
import fovea.run.RunState;
import fovea.run.RunSummary;
import fovea.training.TrainEvent;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Optional;

/// What went wrong in a run, and what it warns of, each with cause and cure.
final class ProblemCards extends VBox {
    private static final int MOST = 3;

    private final Texts texts;

    ProblemCards(Texts texts) {
        this.texts = texts;
        setId("run-problems");
        getStyleClass().add("run-problems");
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
        RunFeed feed = run.feed();
        getChildren().clear();
        if (endedSilently(run, summary)) {
            Problem silent =
                    new Problem(
                            run.folder().log().toString(),
                            texts.text("runs.silent.cause"),
                            texts.text("runs.silent.cure"));
            getChildren().add(card(silent, Feather.X_CIRCLE, "failure-card"));
        }
        feed.end()
                .filter(TrainEvent.Failed.class::isInstance)
                .map(TrainEvent.Failed.class::cast)
                .ifPresent(
                        failed ->
                                getChildren()
                                        .add(
                                                card(
                                                        new Problem(
                                                                failed.place(),
                                                                failed.cause(),
                                                                failed.cure()),
                                                        Feather.X_CIRCLE,
                                                        "failure-card")));
        feed.warnings().stream()
                .limit(MOST)
                .forEach(
                        problem ->
                                getChildren()
                                        .add(
                                                card(
                                                        problem,
                                                        Feather.ALERT_TRIANGLE,
                                                        "warning-card")));
        int more = feed.warnings().size() - MOST;
        if (more > 0) {
            getChildren()
                    .add(
                            Widgets.label(
                                    texts.language()
                                            .map(l -> texts.format("runs.warnings.more", more)),
                                    "muted"));
        }
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    private static Node card(Problem problem, Feather icon, String style) {
        Label cause = new Label(problem.cause());
        cause.setWrapText(true);
        Label cure = new Label(problem.cure());
        cure.setWrapText(true);
        cure.getStyleClass().add("problem-cure");
        Label place = new Label(problem.place());
        place.getStyleClass().add("problem-place");
        VBox text = new VBox(2, cause);
        if (!problem.cure().isBlank()) {
            text.getChildren().add(cure);
        }
        if (!problem.place().isBlank()) {
            text.getChildren().add(place);
        }
        HBox card = new HBox(8, new FontIcon(icon), text);
        card.getStyleClass().addAll("run-problem", style);
        return card;
    }
}
