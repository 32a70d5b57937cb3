package fovea.app.data;

import atlantafx.base.theme.Styles;

import fovea.app.data.DataModel.Mode;
import fovea.app.frame.Widgets;
import fovea.app.text.Texts;

import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Above the pictures: the parts, what was left out, how large they are.
final class DataToolbar extends HBox {
    static final int SMALLEST = 48;
    static final int LARGEST = 256;

    private final Texts texts;
    private final DataModel model;
    private final HBox parts = new HBox();

    DataToolbar(Texts texts, DataModel model, DataCommands commands, IntegerProperty side) {
        this.texts = texts;
        this.model = model;
        getStyleClass().add("toolbar-row");
        setAlignment(Pos.CENTER_LEFT);
        Slider slider = new Slider(SMALLEST, LARGEST, side.get());
        slider.setId("thumbnail-size");
        slider.getStyleClass().add(Styles.SMALL);
        slider.setMinWidth(96);
        slider.setPrefWidth(120);
        slider.setBlockIncrement(16);
        slider.setTooltip(Widgets.tooltip(texts.bind("data.size")));
        slider.accessibleTextProperty().bind(texts.bind("data.size"));
        slider.valueProperty().bindBidirectional(side);
        getChildren()
                .addAll(
                        parts,
                        Widgets.spacer(),
                        problems(),
                        new FontIcon(Feather.IMAGE),
                        slider,
                        Widgets.iconButton(commands.openFolder(), Feather.FOLDER));
        model.state().subscribe(now -> listParts());
        model.part().subscribe(now -> now.ifPresent(this::markPart));
    }

    private void listParts() {
        ToggleGroup group = new ToggleGroup();
        parts.getChildren().clear();
        model.dataset()
                .ifPresent(
                        dataset ->
                                dataset.parts()
                                        .forEach(
                                                part ->
                                                        parts.getChildren()
                                                                .add(toggle(part, group))));
        int last = parts.getChildren().size() - 1;
        for (int i = 0; i <= last && last > 0; i++) {
            parts.getChildren()
                    .get(i)
                    .getStyleClass()
                    .add(
                            i == 0
                                    ? Styles.LEFT_PILL
                                    : i == last ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
        }
        parts.setVisible(last > 0);
        parts.setManaged(last > 0);
    }

    private void markPart(PartIndex part) {
        for (Node button : parts.getChildren()) {
            ((ToggleButton) button).setSelected(part.equals(button.getUserData()));
        }
    }

    private ToggleButton toggle(PartIndex part, ToggleGroup group) {
        ToggleButton button = new ToggleButton();
        button.setId("part-" + part.part());
        button.textProperty().bind(texts.language().map(l -> PartNames.of(texts, part.part())));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setToggleGroup(group);
        button.setOnAction(
                event -> {
                    model.choosePart(part);
                    button.setSelected(true);
                });
        button.setUserData(part);
        return button;
    }

    private Button problems() {
        Button button = new Button();
        button.setId("problems");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().addAll(Styles.FLAT, Styles.DANGER);
        button.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
        ObservableValue<Integer> count =
                model.state().map(s -> model.dataset().map(d -> d.problems().size()).orElse(0));
        button.textProperty().bind(texts.bind("data.problems.count", count));
        button.visibleProperty().bind(count.map(n -> n > 0));
        button.managedProperty().bind(button.visibleProperty());
        button.setOnAction(event -> model.look(Mode.PROBLEMS));
        return button;
    }
}
