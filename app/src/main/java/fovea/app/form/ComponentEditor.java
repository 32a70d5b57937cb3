package fovea.app.form;

import fovea.experiment.ComponentInfo;
import fovea.experiment.FieldType;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import java.util.Optional;

/// A component: which one, what it is, and its fields.
final class ComponentEditor implements FormPart {
    private final FormTools tools;
    private final String path;
    private final FieldType.KindOf kind;
    private final FormPart choice;
    private final Label help = new Label();
    private final VBox box = new VBox();
    private Optional<RecordEditor> fields = Optional.empty();
    private Optional<Class<?>> shown = Optional.empty();

    ComponentEditor(FormTools tools, String path, FieldType.KindOf kind) {
        this.tools = tools;
        this.path = path;
        this.kind = kind;
        choice = Editors.typeChoice(tools, path, kind);
        help.setWrapText(true);
        help.getStyleClass().addAll("caption", "muted");
        box.getStyleClass().add("form-record");
        refresh();
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void refresh() {
        Optional<Class<?>> now = tools.model().value(path).map(Object::getClass);
        if (!now.equals(shown)) {
            shown = now;
            rebuild();
        } else {
            fields.ifPresent(RecordEditor::refresh);
        }
        choice.refresh();
        help.setText(
                now.map(ComponentInfo::nameOf)
                        .flatMap(name -> tools.model().catalog().find(kind.kind(), name))
                        .map(tools.words()::componentHelp)
                        .orElse(""));
    }

    private void rebuild() {
        box.getChildren().setAll(choice.node(), help);
        fields = shown.map(type -> new RecordEditor(tools, path, type.asSubclass(Record.class)));
        fields.ifPresent(editor -> box.getChildren().add(editor.node()));
    }
}
