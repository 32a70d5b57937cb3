package fovea.app.runs;

import fovea.app.frame.Widgets;
import fovea.app.text.Texts;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// A value behind its name; out of sight while there is none.
final class Fact extends HBox {
    private final Label value = new Label();

    Fact(Texts texts, String key) {
        super(6);
        setAlignment(Pos.BASELINE_LEFT);
        Label name = Widgets.label(texts, key, "muted");
        name.setMinWidth(Label.USE_PREF_SIZE);
        value.getStyleClass().add("run-fact");
        getChildren().addAll(name, value);
        show("");
    }

    Label value() {
        return value;
    }

    /// @param text empty if there is no value
    void show(String text) {
        value.setText(text);
        setVisible(!text.isEmpty());
        setManaged(!text.isEmpty());
    }
}
