package fovea.app.picture;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/// A grid of pictures of which only those in sight exist, so that it is as quick with 100,000 as
/// with ten. Arrows, Home, End and the page keys move the choice; Enter or a double click opens.
public final class PictureGrid<T> extends StackPane {
    private static final int GAP = 8;
    private static final int EDGE = 16;
    private static final int SCROLL_BAR = 16;

    private final Thumbnails thumbnails;
    private final Function<T, Tile> describe;
    private final ListView<Integer> rows = new ListView<>();
    private final List<PictureRow<T>> cells = new ArrayList<>();
    private final IntegerProperty side = new SimpleIntegerProperty(this, "side", 96);
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(this, "chosen", -1);
    private List<T> items = List.of();
    private Consumer<T> open = item -> {};
    private int columns = 1;

    /// @param describe what an item's cell shows; called for the cells in sight
    public PictureGrid(Thumbnails thumbnails, Function<T, Tile> describe) {
        this.thumbnails = thumbnails;
        this.describe = describe;
        getStyleClass().add("picture-grid");
        setFocusTraversable(true);
        rows.setFocusTraversable(false);
        rows.setCellFactory(list -> cell());
        rows.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
        getChildren().add(rows);
        side.subscribe(now -> layOut());
        widthProperty().subscribe(now -> layOut());
        chosen.subscribe(now -> cells.forEach(PictureRow::mark));
        addEventHandler(KeyEvent.KEY_PRESSED, this::move);
    }

    /// Shows other items; the list may be computed on access. Nothing is chosen then.
    public void show(List<T> other) {
        items = other;
        chosen.set(-1);
        rows.getItems().clear();
        layOut();
        rows.scrollTo(0);
    }

    /// The side of a picture in pixels.
    public IntegerProperty side() {
        return side;
    }

    /// The index of the chosen item, or -1.
    public ReadOnlyIntegerProperty chosen() {
        return chosen.getReadOnlyProperty();
    }

    public void onOpen(Consumer<T> action) {
        open = action;
    }

    /// Chooses an item by its index and scrolls to it; -1 for none.
    public void choose(int index) {
        chosen.set(items.isEmpty() ? -1 : Math.clamp(index, -1, items.size() - 1));
        if (chosen.get() >= 0) {
            reveal(chosen.get() / columns);
        }
    }

    /// What to show where there are no items.
    public void placeholder(Node node) {
        rows.setPlaceholder(node);
    }

    List<T> items() {
        return items;
    }

    int columns() {
        return columns;
    }

    Tile describe(T item) {
        return describe.apply(item);
    }

    Thumbnails thumbnails() {
        return thumbnails;
    }

    void clicked(int index, MouseEvent event) {
        choose(index);
        if (event.getClickCount() == 2) {
            open.accept(items.get(index));
        }
    }

    private PictureRow<T> cell() {
        PictureRow<T> cell = new PictureRow<>(this);
        cells.add(cell);
        return cell;
    }

    private void layOut() {
        double room = getWidth() - 2 * EDGE - SCROLL_BAR + GAP;
        columns = Math.max(1, (int) (room / (side.get() + GAP)));
        rows.setFixedCellSize(TileView.height(side.get()) + GAP);
        int count = (items.size() + columns - 1) / columns;
        if (rows.getItems().size() == count) {
            cells.forEach(PictureRow::redraw);
        } else {
            rows.setItems(
                    FXCollections.observableArrayList(IntStream.range(0, count).boxed().toList()));
        }
    }

    /// Scrolls as little as is needed, which a list's own scrolling does not promise.
    private void reveal(int row) {
        if (rows.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            double cell = rows.getFixedCellSize();
            double hidden = rows.getItems().size() * cell - rows.getHeight();
            double top = flow.getPosition() * hidden;
            double lowest = row * cell - Math.max(0, rows.getHeight() - cell);
            double wanted = Math.clamp(top, lowest, row * cell);
            if (hidden > 0 && wanted != top) {
                flow.setPosition(Math.clamp(wanted / hidden, 0, 1));
                flow.requestLayout();
            }
        }
    }

    private void move(KeyEvent event) {
        if (items.isEmpty() || event.isShortcutDown()) {
            return;
        }
        int at = Math.max(0, chosen.get());
        int page = Math.max(1, (int) (rows.getHeight() / rows.getFixedCellSize())) * columns;
        int last = items.size() - 1;
        switch (event.getCode()) {
            case RIGHT -> step(event, chosen.get() + 1);
            case LEFT -> step(event, at - 1);
            case DOWN -> step(event, chosen.get() < 0 ? 0 : at + columns);
            case UP -> step(event, at - columns);
            case PAGE_DOWN -> step(event, at + page);
            case PAGE_UP -> step(event, at - page);
            case HOME -> step(event, 0);
            case END -> step(event, last);
            case ENTER -> {
                if (chosen.get() >= 0) {
                    open.accept(items.get(chosen.get()));
                    event.consume();
                }
            }
            default -> {}
        }
    }

    private void step(KeyEvent event, int index) {
        choose(Math.clamp(index, 0, items.size() - 1));
        event.consume();
    }
}
