package fovea.app.form;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;

import java.util.List;
import java.util.function.UnaryOperator;

/// One of a few names.
final class ChoiceEditor implements FormPart {
    private final FormTools tools;
    private final String path;
    private final ComboBox<String> box = new ComboBox<>();
    private final StackPane pane = new StackPane(box);
    private final UnaryOperator<String> words;
    private boolean showing;
    private String shown = "";

    /// @param words what a name is called
    ChoiceEditor(FormTools tools, String path, List<String> names, UnaryOperator<String> words) {
        this.tools = tools;
        this.path = path;
        this.words = words;
        box.setId("field-" + path.replace('.', '-'));
        box.getItems().setAll(names);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(converter(words));
        box.valueProperty().subscribe((old, name) -> choose(name));
        refresh();
    }

    private void choose(String name) {
        if (!showing && name != null) {
            tools.model().edit(path, name);
        }
    }

    private static StringConverter<String> converter(UnaryOperator<String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(String name) {
                return name == null ? "" : words.apply(name);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        };
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void refresh() {
        showing = true;
        String name = tools.model().text(path);
        String word = words.apply(name);
        if (!word.equals(shown)) {
            // Only another value makes the box say the same in another language.
            shown = word;
            box.setValue(null);
            box.setConverter(converter(words));
        }
        box.setValue(name);
        showing = false;
    }
}
