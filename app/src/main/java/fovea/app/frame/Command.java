package fovea.app.frame;

import fovea.app.text.Texts;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

import java.util.Optional;

/// Something a user can do, from a button, a key or the palette.
///
/// @param id the key of its text, or a name of its own where the text is data (a sample, a run)
/// @param title what it does, beginning with a verb
public record Command(
        String id,
        ObservableValue<String> title,
        Optional<KeyCombination> keys,
        Runnable action,
        ObservableBooleanValue enabled) {

    /// A command without a key that is always possible; its id is the key of its text.
    public static Command of(String textKey, Texts texts, Runnable action) {
        return new Command(textKey, texts.bind(textKey), Optional.empty(), action, always());
    }

    /// A command whose words are data rather than text of the window.
    public static Command named(String name, Runnable action) {
        return titled(name, new SimpleStringProperty(name), action);
    }

    /// A command whose words are made of text and data.
    public static Command titled(String id, ObservableValue<String> title, Runnable action) {
        return new Command(id, title, Optional.empty(), action, always());
    }

    /// With a key, as [KeyCombination#valueOf] reads it: `Shortcut+K`, `F1`, `D`.
    public Command keys(String combination) {
        return new Command(
                id, title, Optional.of(KeyCombination.valueOf(combination)), action, enabled);
    }

    public Command enabledWhen(ObservableBooleanValue condition) {
        return new Command(id, title, keys, action, condition);
    }

    /// Does it, if it is possible now.
    public void run() {
        if (enabled.get()) {
            action.run();
        }
    }

    private static ObservableBooleanValue always() {
        return new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();
    }
}
