package fovea.app.frame;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;

/// How keys are written for people.
final class Keys {
    private Keys() {}

    /// The combination as this system names it, such as `Ctrl+K`.
    static String text(KeyCombination keys) {
        return keys.getDisplayText();
    }

    /// The combination as a small key cap.
    static Label chip(KeyCombination keys) {
        Label chip = new Label(text(keys));
        chip.getStyleClass().add("key");
        return chip;
    }
}
