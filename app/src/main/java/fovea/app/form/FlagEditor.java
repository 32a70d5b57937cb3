package fovea.app.form;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;

/// Yes or no.
final class FlagEditor implements FormPart {
    private final FormTools tools;
    private final String path;
    private final CheckBox box = new CheckBox();

    FlagEditor(FormTools tools, String path) {
        this.tools = tools;
        this.path = path;
        box.setId("field-" + path.replace('.', '-'));
        box.setOnAction(event -> tools.model().edit(path, Boolean.toString(box.isSelected())));
        refresh();
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void refresh() {
        box.setSelected(Boolean.parseBoolean(tools.model().text(path)));
    }
}
