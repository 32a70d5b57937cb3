package fovea.app.runs;

import fovea.app.frame.ProblemView;
import fovea.app.frame.Widgets;
import fovea.app.text.Texts;
import fovea.problem.Problem;
import fovea.training.TrainEvent;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/// What went wrong in a run, and what it warns of, each with cause and cure.
final class ProblemCards extends VBox {
    private static final int MOST = 3;

    private final Texts texts;
    private final Watch watch;

    /// @param watch reads logs
    ProblemCards(Texts texts, Watch watch) {
        this.texts = texts;
        this.watch = watch;
        setId("run-problems");
        getStyleClass().add("run-problems");
    }

    /// Whether the process ended before it told anything.
    static boolean endedSilently(OpenedRun run) {
        return !run.active()
                && run.revision().get() > 0
                && run.feed().started().isEmpty()
                && run.feed().end().isEmpty();
    }

    void show(OpenedRun run) {
        RunFeed feed = run.feed();
        getChildren().clear();
        if (endedSilently(run)) {
            getChildren().add(silent(run));
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

    /// What the process printed last is most likely the reason.
    private Node silent(OpenedRun run) {
        Problem silent =
                new Problem(
                        run.folder().log().toString(),
                        texts.text("runs.silent.cause"),
                        texts.text("runs.silent.cure"));
        VBox reasons = new VBox(2);
        watch.now(
                () -> {
                    List<String> lines = LogTail.reasons(run.folder());
                    Platform.runLater(
                            () ->
                                    lines.forEach(
                                            line -> reasons.getChildren().add(reason(line))));
                });
        return new VBox(4, card(silent, Feather.X_CIRCLE, "failure-card"), reasons);
    }

    private Node reason(String line) {
        return card(new Problem("", line, ""), Feather.CORNER_DOWN_RIGHT, "failure-card");
    }

    private Node card(Problem problem, Feather icon, String style) {
        HBox card = new HBox(8, new FontIcon(icon), new ProblemView(texts, problem));
        card.getStyleClass().addAll("run-problem", style);
        return card;
    }
}
