package fovea.app.form;

import javafx.scene.Node;
import javafx.scene.control.TextArea;

/// Anything else, as it is written in an experiment file.
final class YamlEditor implements FormPart {
    private final FormTools tools;
    private final String path;
    private final TextArea area = new TextArea();
    private boolean showing;

    YamlEditor(FormTools tools, String path) {
        this.tools = tools;
        this.path = path;
        area.setId("field-" + path.replace('.', '-'));
        area.setPrefRowCount(3);
        area.getStyleClass().add("mono");
        area.textProperty()
                .subscribe(
                        (old, text) -> {
                            if (!showing) {
                                tools.model().edit(path, text.isBlank() ? "none" : text);
                            }
                        });
        refresh();
    }

    @Override
    public Node node() {
        return area;
    }

    @Override
    public void refresh() {
        showing = true;
        String text = tools.model().text(path);
        if (!area.isFocused() && !area.getText().equals(text)) {
            area.setText(text);
        }
        showing = false;
    }
}
