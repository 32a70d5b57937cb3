package fovea.app.frame;

import fovea.app.text.Texts;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

/// The rooms at the left: icon and word.
final class Rail extends VBox {
    Rail(Texts texts, Rooms rooms, FrameCommands commands) {
        getStyleClass().add("rail");
        ToggleGroup group = new ToggleGroup();
        for (Room room : rooms.all()) {
            ToggleButton button = new ToggleButton();
            button.setId("rail-" + room.id());
            button.getStyleClass().add("rail-button");
            button.textProperty().bind(texts.bind(room.nameKey()));
            button.setGraphic(new FontIcon(room.icon()));
            button.setContentDisplay(ContentDisplay.TOP);
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setTooltip(Widgets.tooltip(commands.goTo(room)));
            button.setOnAction(
                    event -> {
                        rooms.show(room);
                        // A second click must not leave the rail without a chosen room.
                        button.setSelected(true);
                    });
            rooms.current().subscribe(now -> button.setSelected(now.equals(room)));
            getChildren().add(button);
        }
    }
}
