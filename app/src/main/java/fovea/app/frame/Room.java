package fovea.app.frame;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

import org.kordamp.ikonli.Ikon;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A workspace of the window: one package with a view, its view-model and its words.
public interface Room {
    /// A short name for settings and tests, such as `data`.
    String id();

    /// The key of the room's name: one word, for the rail.
    String nameKey();

    Ikon icon();

    /// What fills the workspace; always the same node.
    Node view();

    /// What the inspector shows beside the room; it follows the room's selection by itself.
    default Optional<Node> inspector() {
        return Optional.empty();
    }

    /// What is open, for the top bar: a dataset's or a run's name, empty if nothing is.
    default ObservableValue<String> subject() {
        return new SimpleStringProperty("");
    }

    /// What else could be open; asked for each time the menu beside the subject opens.
    default List<Command> subjects() {
        return List.of();
    }

    /// What can be done here. Their keys work while the room is shown; keys without a modifier only
    /// while no text is being typed.
    default List<Command> commands() {
        return List.of();
    }

    /// What of the room's content matches a word typed into the palette: samples, runs, classes. At
    /// most some twenty.
    default List<Command> find(String word) {
        return List.of();
    }

    /// Takes files that were dropped on the window, or declines them.
    default boolean accept(List<Path> dropped) {
        return false;
    }

    /// The room has come into sight.
    default void shown() {}

    /// The room has gone out of sight.
    default void hidden() {}

    /// The window closes: the last moment to put what should be remembered into the settings.
    default void close() {}
}
