package fovea.app.data;

import fovea.app.text.Texts;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Names and values below one another.
final class FactTable extends GridPane {
    private final Texts texts;

    /// What a fact's name is.
    enum Name {
        TEXT_KEY,
        LITERAL
    }

    FactTable(Texts texts) {
        this.texts = texts;
        getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values);
    }

    void clear() {
        getChildren().clear();
    }

    /// The value's label, which may be filled in later.
    Label add(String key, String value) {
        return add(key, value, Name.TEXT_KEY);
    }

    Label add(String name, String value, Name kind) {
        Label label = new Label(value);
        label.setWrapText(true);
        label.getStyleClass().add("fact-value");
        add(name, label, kind);
        return label;
    }

    void add(String key, Node value) {
        add(key, value, Name.TEXT_KEY);
    }

    private void add(String name, Node value, Name kind) {
        Label label =
                new Label(
                        switch (kind) {
                            case TEXT_KEY -> texts.text(name);
                            case LITERAL -> name;
                        });
        label.getStyleClass().add("fact-name");
        GridPane.setValignment(label, VPos.TOP);
        addRow(getRowCount(), label, value);
    }
}
