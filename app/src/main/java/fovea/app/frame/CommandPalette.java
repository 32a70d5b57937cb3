package fovea.app.frame;

import fovea.app.text.Texts;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Every action with its key, and what the rooms hold, found by a few letters.
final class CommandPalette extends VBox {
    private static final int ROW = 32;
    private static final int ROWS = 12;

    private final FrameCommands commands;
    private final Runnable close;
    private final TextField field = new TextField();
    private final ListView<Command> list = new ListView<>();

    CommandPalette(Texts texts, FrameCommands commands, Runnable close) {
        this.commands = commands;
        this.close = close;
        getStyleClass().add("command-palette");
        field.setId("palette-field");
        field.promptTextProperty().bind(texts.bind("frame.palette.prompt"));
        list.setId("palette-list");
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new Row());
        list.setFocusTraversable(false);
        list.setPlaceholder(Widgets.label(texts, "frame.palette.none", "muted"));
        list.setOnMouseClicked(event -> runSelected());
        field.textProperty().subscribe(this::search);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::navigate);
        getChildren().addAll(field, list);
    }

    TextField field() {
        return field;
    }

    private void search(String word) {
        List<Command> found = ranked(commands.all(), word);
        if (!word.isBlank()) {
            found.addAll(commands.find(word.strip()));
        }
        list.getItems().setAll(found);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        list.setPrefHeight(ROW * (double) Math.clamp(found.size(), 2, ROWS) + 2);
    }

    /// The possible ones that fit, best first; ids count too, so that English words find commands
    /// in any language.
    private static List<Command> ranked(List<Command> all, String word) {
        record Ranked(Command command, int score) {}
        List<Command> found = new ArrayList<>();
        all.stream()
                .filter(command -> command.enabled().get())
                .map(command -> new Ranked(command, score(word, command)))
                .filter(ranked -> ranked.score() != FuzzyMatch.NONE)
                .sorted(
                        word.isBlank()
                                ? (_, _) -> 0
                                : Comparator.comparingInt(Ranked::score).reversed())
                .forEach(ranked -> found.add(ranked.command()));
        return found;
    }

    private static int score(String word, Command command) {
        return Math.max(
                FuzzyMatch.score(word, command.title().getValue()),
                FuzzyMatch.score(word, command.id()));
    }

    private void navigate(KeyEvent event) {
        int step =
                switch (event.getCode()) {
                    case DOWN -> 1;
                    case UP -> -1;
                    case PAGE_DOWN -> ROWS;
                    case PAGE_UP -> -ROWS;
                    default -> 0;
                };
        switch (event.getCode()) {
            case DOWN, UP, PAGE_DOWN, PAGE_UP -> {
                int last = list.getItems().size() - 1;
                int at = list.getSelectionModel().getSelectedIndex() + step;
                list.getSelectionModel().select(Math.clamp(at, 0, Math.max(0, last)));
                list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - ROWS / 2));
                event.consume();
            }
            case ENTER -> {
                runSelected();
                event.consume();
            }
            default -> {}
        }
    }

    private void runSelected() {
        Command chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close.run();
            chosen.run();
        }
    }

    private static final class Row extends ListCell<Command> {
        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            setText(null);
            setGraphic(empty || command == null ? null : line(command));
        }

        private static HBox line(Command command) {
            Label title = new Label(command.title().getValue());
            HBox row = new HBox(title, Widgets.spacer());
            row.setAlignment(Pos.CENTER_LEFT);
            command.keys().ifPresent(keys -> row.getChildren().add(Keys.chip(keys)));
            return row;
        }
    }
}
