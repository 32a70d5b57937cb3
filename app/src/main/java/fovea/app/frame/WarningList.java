package fovea.app.frame;

import atlantafx.base.theme.Styles;

import fovea.app.jobs.Failure;
import fovea.app.jobs.Jobs;
import fovea.app.text.Texts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.stream.Collectors;

/// What went wrong and was not put away yet, each with cause and cure.
final class WarningList extends VBox {
    private final Texts texts;
    private final Jobs jobs;
    private final Runnable close;
    private final VBox entries = new VBox();

    WarningList(Texts texts, Jobs jobs, Runnable close) {
        this.texts = texts;
        this.jobs = jobs;
        this.close = close;
        getStyleClass().add("warning-list");
        setId("warning-list");
        Command clear =
                Command.of(
                        "frame.warnings.clear",
                        texts,
                        () -> {
                            jobs.failures().clear();
                            close.run();
                        });
        Command copy =
                Command.of(
                        "frame.error.copy",
                        texts,
                        () ->
                                Widgets.copy(
                                        jobs.failures().stream()
                                                .map(Failure::details)
                                                .collect(Collectors.joining("\n\n"))));
        HBox head =
                new HBox(
                        8,
                        Widgets.label(texts, "frame.warnings.title", "title"),
                        Widgets.spacer(),
                        Widgets.button(copy, Styles.FLAT),
                        Widgets.button(clear, Styles.FLAT));
        head.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll = new ScrollPane(entries);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(360);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        fill();
    }

    private void fill() {
        entries.getChildren().setAll(jobs.failures().reversed().stream().map(this::entry).toList());
    }

    private Node entry(Failure failure) {
        Label what =
                Widgets.label(
                        texts.language().map(l -> texts.format("frame.error.what", failure.what())),
                        "section-title");
        what.setWrapText(true);
        Command away =
                Command.of(
                        "frame.warnings.dismiss",
                        texts,
                        () -> {
                            jobs.failures().remove(failure);
                            fill();
                            if (jobs.failures().isEmpty()) {
                                close.run();
                            }
                        });
        HBox head = new HBox(8, what, Widgets.spacer(), Widgets.iconButton(away, Feather.X));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(head);
        box.getStyleClass().add("warning");
        failure.problems().stream()
                .limit(5)
                .forEach(problem -> box.getChildren().add(ProblemView.framed(texts, problem)));
        return box;
    }
}
