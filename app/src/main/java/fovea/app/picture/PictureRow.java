package fovea.app.picture;

import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;

/// One row of a [PictureGrid].
final class PictureRow<T> extends ListCell<Integer> {
    private final PictureGrid<T> grid;
    private final HBox tiles = new HBox(8);

    PictureRow(PictureGrid<T> grid) {
        this.grid = grid;
        getStyleClass().add("picture-row");
    }

    /// Shows which picture is the chosen one.
    void mark() {
        for (int column = 0; column < tiles.getChildren().size(); column++) {
            int index = getIndex() * grid.columns() + column;
            tile(column).choose(!isEmpty() && index == grid.chosen().get());
        }
    }

    /// Shows what the grid now holds at this row.
    void redraw() {
        if (isEmpty()) {
            tiles.getChildren().forEach(tile -> ((TileView) tile).clear());
            setGraphic(null);
            return;
        }
        fit(grid.columns());
        for (int column = 0; column < grid.columns(); column++) {
            show(tile(column), getIndex() * grid.columns() + column);
        }
        mark();
        setGraphic(tiles);
    }

    @Override
    protected void updateItem(Integer row, boolean empty) {
        super.updateItem(row, empty);
        redraw();
    }

    private TileView tile(int column) {
        return (TileView) tiles.getChildren().get(column);
    }

    private void show(TileView tile, int index) {
        boolean there = index < grid.items().size();
        tile.setVisible(there);
        if (there) {
            tile.show(grid.describe(grid.items().get(index)), grid.side().get());
            tile.setOnMouseClicked(event -> grid.clicked(index, event));
        } else {
            tile.clear();
        }
    }

    private void fit(int columns) {
        int have = tiles.getChildren().size();
        for (int i = have; i < columns; i++) {
            tiles.getChildren().add(new TileView(grid.thumbnails()));
        }
        for (int i = have; i > columns; i--) {
            ((TileView) tiles.getChildren().removeLast()).clear();
        }
    }
}
