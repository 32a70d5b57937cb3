package fovea.app.frame;

import atlantafx.base.theme.Styles;

import fovea.app.jobs.Job;
import fovea.app.jobs.Jobs;
import fovea.app.text.Texts;

import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The bar at the bottom: what is running, how long it will take, how to stop it, and what went
/// wrong.
final class StatusBar extends HBox {
    private final Texts texts;
    private final Jobs jobs;
    private final HBox work = new HBox();

    /// @param warnings shows the list of what went wrong
    StatusBar(Texts texts, Jobs jobs, Runnable warnings) {
        this.texts = texts;
        this.jobs = jobs;
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        work.getStyleClass().add("status-work");
        work.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(work, Widgets.spacer(), warningButton(warnings));
        jobs.running().addListener((InvalidationListener) change -> showWork());
        showWork();
    }

    private void showWork() {
        if (jobs.running().isEmpty()) {
            work.getChildren().setAll(Widgets.label(texts, "frame.ready", "muted"));
        } else {
            Job<?> job = jobs.running().getFirst();
            work.getChildren().setAll(dot(), line(job), bar(job), cancel(job));
            int others = jobs.running().size() - 1;
            if (others > 0) {
                work.getChildren()
                        .add(
                                Widgets.label(
                                        texts.language()
                                                .map(l -> texts.format("frame.more", others)),
                                        "muted"));
            }
        }
    }

    private static Label dot() {
        Label dot = new Label("●");
        dot.getStyleClass().add("status-dot");
        return dot;
    }

    private Label line(Job<?> job) {
        ObservableValue<String> text =
                Bindings.createStringBinding(
                        () -> describe(job), job.message(), job.secondsLeft(), texts.language());
        Label label = Widgets.label(text, "status-line");
        label.setId("status-line");
        return label;
    }

    private String describe(Job<?> job) {
        StringBuilder text = new StringBuilder(job.name());
        if (!job.message().get().isEmpty()) {
            text.append(" · ").append(job.message().get());
        }
        double left = job.secondsLeft().get();
        if (left >= 1) {
            text.append(" · ").append(texts.format("frame.left", clock(Math.round(left))));
        }
        return text.toString();
    }

    private static String clock(long seconds) {
        return seconds < 3600
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private static ProgressBar bar(Job<?> job) {
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add(Styles.SMALL);
        bar.progressProperty().bind(job.progress());
        return bar;
    }

    private Button cancel(Job<?> job) {
        Command command = Command.of("frame.cancel", texts, job::cancel);
        Button button = Widgets.iconButton(command, Feather.X);
        button.getStyleClass().add("status-cancel");
        return button;
    }

    private Button warningButton(Runnable warnings) {
        Button button = new Button();
        button.setId("warnings");
        button.getStyleClass().addAll(Styles.FLAT, "status-warnings");
        button.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
        button.textProperty()
                .bind(texts.bind("frame.warnings", Bindings.size(jobs.failures()).asObject()));
        button.visibleProperty().bind(Bindings.isNotEmpty(jobs.failures()));
        button.managedProperty().bind(button.visibleProperty());
        button.setOnAction(event -> warnings.run());
        return button;
    }
}
