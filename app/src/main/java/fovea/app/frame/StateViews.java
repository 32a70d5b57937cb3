package fovea.app.frame;

import atlantafx.base.theme.Styles;

import fovea.app.jobs.Failure;
import fovea.app.text.Texts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/// The pictures of the empty and the error state.
final class StateViews {
    private static final int SHOWN_PROBLEMS = 5;

    private StateViews() {}

    static Node empty(Texts texts, EmptyState state) {
        FontIcon icon = new FontIcon(state.icon());
        icon.getStyleClass().add("state-icon");
        Label sentence = Widgets.label(texts, state.sentenceKey(), "state-sentence");
        sentence.setWrapText(true);
        Button main = Widgets.button(state.main(), Styles.ACCENT);
        HBox links = new HBox(16);
        links.setAlignment(Pos.CENTER);
        state.links().forEach(link -> links.getChildren().add(link(link)));
        VBox box = new VBox(icon, sentence, main, links);
        box.getStyleClass().add("state-box");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    static Node error(Texts texts, Failure failure, List<Command> ways) {
        FontIcon icon = new FontIcon(Feather.ALERT_TRIANGLE);
        icon.getStyleClass().addAll("state-icon", "danger");
        Label what =
                Widgets.label(
                        texts.language().map(l -> texts.format("frame.error.what", failure.what())),
                        "state-title");
        VBox problems = new VBox();
        problems.getStyleClass().add("state-problems");
        failure.problems().stream()
                .limit(SHOWN_PROBLEMS)
                .forEach(problem -> problems.getChildren().add(ProblemView.framed(texts, problem)));
        int more = failure.problems().size() - SHOWN_PROBLEMS;
        if (more > 0) {
            problems.getChildren()
                    .add(
                            Widgets.label(
                                    texts.language()
                                            .map(l -> texts.format("frame.error.more", more)),
                                    "muted"));
        }
        HBox buttons = new HBox();
        buttons.getStyleClass().add("button-row");
        buttons.setAlignment(Pos.CENTER);
        for (Command way : ways) {
            boolean first = buttons.getChildren().isEmpty();
            buttons.getChildren()
                    .add(first ? Widgets.button(way, Styles.ACCENT) : Widgets.button(way));
        }
        Command copy = Command.of("frame.error.copy", texts, () -> Widgets.copy(failure.details()));
        buttons.getChildren().add(Widgets.button(copy, Styles.FLAT));
        VBox box = new VBox(icon, what, problems, buttons);
        box.getStyleClass().addAll("state-box", "state-error");
        box.setAlignment(Pos.CENTER);
        ScrollPane scroll = new ScrollPane(new StackPane(box));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        return scroll;
    }

    private static Hyperlink link(Command command) {
        Hyperlink link = new Hyperlink();
        link.setId(command.id().replace('.', '-'));
        link.textProperty().bind(command.title());
        link.setOnAction(event -> command.run());
        return link;
    }
}
