package fovea.app.form;

import atlantafx.base.theme.Styles;

import fovea.app.frame.Widgets;
import fovea.experiment.FieldInfo;
import fovea.problem.Problem;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A field with its name, a dot and a way back if it was changed, and below it what is wrong.
final class FieldRow implements FormPart {
    private static final double LABEL_WIDTH = 150;
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final FormTools tools;
    private final String path;
    private final FieldInfo field;
    private final FormPart editor;
    private final Circle dot = new Circle(3);
    private final Button reset = new Button();
    private final Label problem = new Label();
    private final VBox box = new VBox();

    /// @param owner the record that declares the field
    FieldRow(FormTools tools, String path, FieldInfo field, Class<?> owner) {
        this(tools, path, field, owner, Editors.of(tools, path, field));
    }

    /// With an editor other than the usual one.
    FieldRow(FormTools tools, String path, FieldInfo field, Class<?> owner, FormPart editor) {
        this.tools = tools;
        this.path = path;
        this.field = field;
        this.editor = editor;
        Label label = Widgets.label(tools.words().label(field), "form-label");
        label.setTooltip(Widgets.tooltip(tools.words().help(owner, field)));
        label.setMinWidth(Label.USE_PREF_SIZE);
        prepare();
        boolean wide = Editors.isWide(field.type()) && !(editor instanceof ChoiceEditor);
        HBox name = new HBox(6, label, dot);
        name.setAlignment(Pos.CENTER_LEFT);
        HBox line = new HBox(8, name);
        line.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("form-row");
        box.getChildren().add(line);
        if (wide) {
            line.getChildren().addAll(Widgets.spacer(), reset);
            box.getChildren().add(editor.node());
        } else {
            name.setMinWidth(LABEL_WIDTH);
            name.setPrefWidth(LABEL_WIDTH);
            HBox.setHgrow(editor.node(), Priority.ALWAYS);
            line.getChildren().addAll(editor.node(), reset);
        }
        box.getChildren().add(problem);
        refresh();
    }

    private void prepare() {
        dot.getStyleClass().add("changed-dot");
        reset.setGraphic(new FontIcon(Feather.ROTATE_CCW));
        reset.setId("reset-" + path.replace('.', '-'));
        reset.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        reset.setTooltip(Widgets.tooltip(tools.texts().bind("form.reset")));
        reset.accessibleTextProperty().bind(tools.texts().bind("form.reset"));
        reset.setOnAction(event -> reset());
        problem.setId("problem-" + path.replace('.', '-'));
        problem.setWrapText(true);
        problem.getStyleClass().addAll("form-problem", Styles.DANGER);
    }

    /// The keys go to the field.
    void focus() {
        Optional.ofNullable(box.lookup("#field-" + path.replace('.', '-')))
                .ifPresent(Node::requestFocus);
    }

    private void reset() {
        box.requestFocus();
        tools.model().reset(path);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void refresh() {
        boolean changed = tools.model().changed(path);
        dot.setVisible(changed);
        reset.setVisible(changed);
        List<Problem> problems = tools.model().problems(path);
        problem.setText(problems.stream().map(this::sentence).collect(Collectors.joining("\n")));
        problem.setVisible(!problems.isEmpty());
        problem.setManaged(!problems.isEmpty());
        box.pseudoClassStateChanged(WRONG, !problems.isEmpty());
        editor.refresh();
    }

    /// The place is the field itself.
    private String sentence(Problem problem) {
        return tools.words()
                .wrong(field, tools.model().text(path))
                .orElseGet(() -> translated(problem));
    }

    private String translated(Problem problem) {
        Problem said = tools.texts().translate(problem);
        return said.cure().isEmpty()
                ? said.cause()
                : tools.texts().format("form.wrong.cure", said.cause(), said.cure());
    }
}
