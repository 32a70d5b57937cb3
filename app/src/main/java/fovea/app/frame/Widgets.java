package fovea.app.frame;

import fovea.app.text.Texts;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Small parts that every room builds from, so that they look and behave alike.
public final class Widgets {
    private Widgets() {}

    /// A text that follows the language.
    public static Label label(Texts texts, String key, String... styles) {
        return label(texts.bind(key), styles);
    }

    public static Label label(ObservableValue<String> text, String... styles) {
        Label label = new Label();
        label.textProperty().bind(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// A button with the command's verb; its tooltip tells the key.
    public static Button button(Command command, String... styles) {
        Button button = new Button();
        button.textProperty().bind(command.title());
        return wire(button, command, styles);
    }

    /// A button with an icon only; its tooltip and its accessible text say what it does.
    public static Button iconButton(Command command, Ikon icon, String... styles) {
        Button button = new Button();
        button.setGraphic(new FontIcon(icon));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll("button-icon", "flat");
        button.accessibleTextProperty().bind(command.title());
        return wire(button, command, styles);
    }

    /// What shows a command's title and its key, such as `Search (Ctrl+K)`.
    public static Tooltip tooltip(Command command) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty()
                .bind(
                        command.title()
                                .map(
                                        title ->
                                                command.keys()
                                                        .map(
                                                                keys ->
                                                                        title
                                                                                + " ("
                                                                                + Keys.text(keys)
                                                                                + ")")
                                                        .orElse(title)));
        return tooltip;
    }

    /// A tooltip that follows the language.
    public static Tooltip tooltip(ObservableValue<String> text) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(text);
        return tooltip;
    }

    /// A path or a name: where it is too long its middle is left out, and its tooltip says it all.
    public static Label path(String path, String... styles) {
        Label label = new Label();
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setTooltip(new Tooltip());
        label.getTooltip().textProperty().bind(label.textProperty());
        label.getStyleClass().addAll(styles);
        label.setText(path);
        return label;
    }

    /// Puts a text on the clipboard.
    public static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Takes the room that is left in a row.
    public static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    private static Button wire(Button button, Command command, String... styles) {
        button.setId(command.id().replace('.', '-'));
        button.getStyleClass().addAll(styles);
        button.setOnAction(event -> command.run());
        button.disableProperty().bind(javafx.beans.binding.Bindings.not(command.enabled()));
        button.setTooltip(tooltip(command));
        return button;
    }
}
