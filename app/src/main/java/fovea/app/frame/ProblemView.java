package fovea.app.frame;

import fovea.app.text.Texts;
import fovea.problem.Problem;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Cause, cure and place of a problem, one below the other, in the language of the window.
public final class ProblemView extends VBox {
    public ProblemView(Texts texts, Problem problem) {
        ObservableValue<Problem> said = texts.bind(problem);
        add(problem.cause(), said.map(Problem::cause), "problem-cause");
        add(problem.cure(), said.map(Problem::cure), "problem-cure");
        add(problem.place(), said.map(Problem::place), "problem-place");
    }

    /// On a ground of its own, for where it stands among others.
    public static ProblemView framed(Texts texts, Problem problem) {
        ProblemView view = new ProblemView(texts, problem);
        view.getStyleClass().add("problem");
        return view;
    }

    private void add(String original, ObservableValue<String> text, String style) {
        if (!original.isBlank()) {
            Label label = Widgets.label(text, style);
            label.setWrapText(true);
            getChildren().add(label);
        }
    }
}
