package fovea.app.errors;

import fovea.app.picture.Thumbnails;
import fovea.sample.ClassList;

import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Pictures with their best classes, of which only those in sight exist. Arrows move the choice.
final class JudgedGrid extends StackPane {
    private static final double GAP = 8;
    private static final double EDGE = 32;
    private static final double SCROLL_BAR = 16;

    private final Thumbnails thumbnails;
    private final ObjectProperty<Optional<Judged>> chosen;
    private final ListView<Integer> rows = new ListView<>();
    private List<Judged> items = List.of();
    private Optional<ClassList> classes = Optional.empty();
    private int columns = 1;

    JudgedGrid(Thumbnails thumbnails, ObjectProperty<Optional<Judged>> chosen) {
        this.thumbnails = thumbnails;
        this.chosen = chosen;
        setId("judged-grid");
        getStyleClass().add("judged-grid");
        setFocusTraversable(true);
        rows.setFocusTraversable(false);
        rows.setFixedCellSize(JudgedCard.HEIGHT + GAP);
        rows.setCellFactory(list -> new Row());
        getChildren().add(rows);
        widthProperty().subscribe(() -> layOut());
        chosen.subscribe(() -> rows.refresh());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    List<Judged> items() {
        return items;
    }

    void show(List<Judged> shown, ClassList classList) {
        items = shown;
        classes = Optional.of(classList);
        rows.getItems().clear();
        layOut();
        rows.scrollTo(0);
    }

    private void layOut() {
        double room = getWidth() - EDGE - SCROLL_BAR + GAP;
        columns = Math.max(1, (int) (room / (JudgedCard.WIDTH + GAP)));
        int count = (items.size() + columns - 1) / columns;
        rows.setItems(
                FXCollections.observableArrayList(IntStream.range(0, count).boxed().toList()));
    }

    private void key(KeyEvent event) {
        int at = chosen.get().map(items::indexOf).orElse(-1);
        int to =
                switch (event.getCode()) {
                    case RIGHT -> at + 1;
                    case LEFT -> at - 1;
                    case DOWN -> at < 0 ? 0 : at + columns;
                    case UP -> at - columns;
                    case HOME -> 0;
                    case END -> items.size() - 1;
                    default -> Integer.MIN_VALUE;
                };
        if (to != Integer.MIN_VALUE && !items.isEmpty()) {
            int index = Math.clamp(to, 0, items.size() - 1);
            chosen.set(Optional.of(items.get(index)));
            rows.scrollTo(Math.max(0, index / columns - 1));
            event.consume();
        }
    }

    private final class Row extends ListCell<Integer> {
        private final HBox cards = new HBox(GAP);

        Row() {
            getStyleClass().add("judged-row");
        }

        @Override
        protected void updateItem(Integer row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                cards.getChildren().forEach(card -> ((JudgedCard) card).clear());
                setGraphic(null);
                return;
            }
            while (cards.getChildren().size() < columns) {
                cards.getChildren().add(new JudgedCard(thumbnails));
            }
            for (int i = 0; i < cards.getChildren().size(); i++) {
                show((JudgedCard) cards.getChildren().get(i), row * columns + i, i < columns);
            }
            setGraphic(cards);
        }

        private void show(JudgedCard card, int index, boolean inRow) {
            boolean there = inRow && index < items.size();
            card.setVisible(there);
            card.setManaged(inRow);
            if (!there) {
                card.clear();
                return;
            }
            Judged judged = items.get(index);
            card.show(judged, classes.orElseThrow());
            card.choose(chosen.get().filter(judged::equals).isPresent());
            card.setOnMouseClicked(
                    event -> {
                        JudgedGrid.this.requestFocus();
                        chosen.set(Optional.of(judged));
                    });
        }
    }
}
