package fovea.app.frame;

import fovea.app.text.Texts;

import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.List;

/// The keys of the room in sight and of the frame.
final class CheatSheet extends VBox {
    CheatSheet(Texts texts, Room room, FrameCommands commands) {
        getStyleClass().add("cheat-sheet");
        setId("cheat-sheet");
        setMaxWidth(USE_PREF_SIZE);
        HBox columns =
                new HBox(
                        column(texts.bind(room.nameKey()), commands.ofRoom()),
                        column(texts.bind("frame.keys.everywhere"), commands.ofFrame()));
        columns.getStyleClass().add("cheat-columns");
        if (commands.ofRoom().stream().noneMatch(command -> command.keys().isPresent())) {
            columns.getChildren().removeFirst();
        }
        getChildren()
                .addAll(
                        Widgets.label(texts, "frame.keys.title", "title"),
                        columns,
                        Widgets.label(texts, "frame.keys.hint", "muted"));
    }

    private static VBox column(ObservableValue<String> title, List<Command> commands) {
        GridPane grid = new GridPane(24, 8);
        int row = 0;
        for (Command command : commands) {
            if (command.keys().isPresent()) {
                var chip = Keys.chip(command.keys().get());
                GridPane.setHalignment(chip, HPos.RIGHT);
                grid.addRow(row++, Widgets.label(command.title()), chip);
            }
        }
        VBox column = new VBox(12, Widgets.label(title, "section-title"), grid);
        return column;
    }
}
