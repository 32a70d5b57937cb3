package fovea.app.form;

import atlantafx.base.theme.Styles;

import fovea.app.frame.Widgets;
import fovea.component.Component;
import fovea.experiment.ComponentInfo;
import fovea.experiment.ExperimentWriter;
import fovea.experiment.FieldInfo;
import fovea.experiment.FieldType;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A list of components in order: add, remove, move up, and edit each.
final class ListEditor implements FormPart {
    private final FormTools tools;
    private final String path;
    private final FieldType.KindOf kind;
    private final VBox items = new VBox(8);
    private final VBox box = new VBox(8);
    private final MenuButton add = new MenuButton();
    private List<Class<?>> shown = List.of();
    private List<RecordEditor> editors = List.of();

    ListEditor(FormTools tools, String path, FieldType.KindOf kind) {
        this.tools = tools;
        this.path = path;
        this.kind = kind;
        add.textProperty().bind(tools.texts().bind("form.add"));
        add.setId("add-" + path.replace('.', '-'));
        add.setGraphic(new FontIcon(Feather.PLUS));
        add.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        add.setOnShowing(event -> add.getItems().setAll(choices()));
        box.getChildren().addAll(items, add);
        rebuild();
    }

    private List<MenuItem> choices() {
        return tools.model().catalog().components(kind.kind()).stream()
                .map(
                        info -> {
                            MenuItem item = new MenuItem(tools.words().component(info.name()));
                            item.setOnAction(event -> append(info));
                            return item;
                        })
                .toList();
    }

    private void append(ComponentInfo info) {
        String fields =
                info.fields().stream()
                        .filter(field -> field.defaultText().isEmpty())
                        .map(field -> ", " + field.name() + ": " + guess(field))
                        .collect(Collectors.joining());
        tools.model().edit(path, listed(values()) + "- {type: " + info.name() + fields + "}");
    }

    /// Something to start from where there is no default: images keep their size.
    private String guess(FieldInfo field) {
        return tools.model()
                .value("data.input." + field.name())
                .map(Object::toString)
                .orElse(Numbers.text(Double.isFinite(field.min()) ? field.min() : 1));
    }

    private void remove(int index) {
        List<Component> rest = new ArrayList<>(values());
        rest.remove(index);
        tools.model().edit(path, rest.isEmpty() ? "[]" : listed(rest));
    }

    private void moveUp(int index) {
        List<Component> moved = new ArrayList<>(values());
        moved.add(index - 1, moved.remove(index));
        tools.model().edit(path, listed(moved));
    }

    private static String listed(List<Component> values) {
        return values.stream()
                .map(
                        value ->
                                "- "
                                        + ExperimentWriter.format(value)
                                                .stripTrailing()
                                                .replace("\n", "\n  ")
                                        + "\n")
                .collect(Collectors.joining());
    }

    private List<Component> values() {
        return tools.model().value(path).stream()
                .flatMap(list -> ((List<?>) list).stream())
                .map(Component.class::cast)
                .toList();
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void refresh() {
        List<Class<?>> now = types();
        if (now.equals(shown)) {
            editors.forEach(RecordEditor::refresh);
        } else {
            rebuild();
        }
    }

    private List<Class<?>> types() {
        return values().stream().<Class<?>>map(Object::getClass).toList();
    }

    private void rebuild() {
        shown = types();
        editors = new ArrayList<>();
        items.getChildren().clear();
        for (int i = 0; i < shown.size(); i++) {
            Class<? extends Record> type = shown.get(i).asSubclass(Record.class);
            RecordEditor editor = new RecordEditor(tools, Paths.join(path, "" + i), type);
            editors.add(editor);
            VBox item = new VBox(header(i, ComponentInfo.nameOf(type)), editor.node());
            item.getStyleClass().add("form-item");
            items.getChildren().add(item);
        }
    }

    private HBox header(int index, String name) {
        Label label = new Label();
        label.textProperty().bind(tools.texts().language().map(l -> tools.words().component(name)));
        label.getStyleClass().add("form-item-title");
        HBox header = new HBox(4, label, Widgets.spacer());
        header.setAlignment(Pos.CENTER_LEFT);
        if (index > 0) {
            header.getChildren().add(button(Feather.ARROW_UP, "form.up", () -> moveUp(index)));
        }
        header.getChildren().add(button(Feather.X, "form.remove", () -> remove(index)));
        return header;
    }

    private Button button(Feather icon, String key, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        button.setTooltip(Widgets.tooltip(tools.texts().bind(key)));
        button.accessibleTextProperty().bind(tools.texts().bind(key));
        button.setOnAction(event -> action.run());
        return button;
    }
}
