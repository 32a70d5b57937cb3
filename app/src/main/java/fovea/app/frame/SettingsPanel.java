package fovea.app.frame;

import atlantafx.base.theme.Styles;

import fovea.app.text.Language;
import fovea.app.text.Texts;
import fovea.app.theme.Appearance;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/// What holds for the whole window: its look, its language, what computes, and where things lie.
/// Every choice takes effect at once and is remembered.
final class SettingsPanel extends VBox {
    private final Tools tools;
    private final GridPane grid = new GridPane(24, 12);

    SettingsPanel(Tools tools, FrameCommands commands) {
        this.tools = tools;
        Texts texts = tools.texts();
        getStyleClass().add("settings-panel");
        setId("settings-panel");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Label.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(names, values);
        add(
                "frame.settings.look",
                choice(
                        Appearance.values(),
                        look -> texts.text("frame.settings.look." + id(look)),
                        tools.theme().appearance(),
                        commands::wear));
        add(
                "frame.settings.language",
                choice(Language.values(), Language::ownName, texts.language(), commands::speak));
        add("frame.device", new BackendBox(tools));
        add("frame.settings.runs", folder());
        getChildren()
                .addAll(
                        Widgets.label(texts, "frame.settings.title", "title"),
                        grid,
                        Widgets.label(texts, "frame.settings.hint", "caption", "muted"));
    }

    private void add(String key, Node value) {
        Label name = Widgets.label(tools.texts(), key, "muted");
        grid.addRow(grid.getRowCount(), name, value);
    }

    private <E extends Enum<E>> HBox choice(
            E[] all, Function<E, String> words, ReadOnlyObjectProperty<E> now, Consumer<E> choose) {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox();
        box.setAlignment(Pos.CENTER_RIGHT);
        for (E each : all) {
            ToggleButton button = new ToggleButton();
            button.setId("settings-" + id(each));
            button.textProperty().bind(tools.texts().language().map(l -> words.apply(each)));
            button.getStyleClass().add(each == all[0] ? Styles.LEFT_PILL : Styles.RIGHT_PILL);
            button.setToggleGroup(group);
            button.setSelected(each.equals(now.get()));
            button.setOnAction(
                    event -> {
                        choose.accept(each);
                        button.setSelected(true);
                    });
            box.getChildren().add(button);
        }
        return box;
    }

    private Node folder() {
        String path = tools.workplace().runs().toAbsolutePath().normalize().toString();
        Label label = Widgets.path(path, "mono");
        label.setMinWidth(0);
        Command copy = Command.of("frame.settings.copy", tools.texts(), () -> Widgets.copy(path));
        HBox box = new HBox(4, label, Widgets.iconButton(copy, Feather.COPY));
        box.setAlignment(Pos.CENTER_RIGHT);
        return box;
    }

    private static String id(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
