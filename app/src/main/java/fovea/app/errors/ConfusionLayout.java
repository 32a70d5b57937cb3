package fovea.app.errors;

import java.util.Optional;

/// Where the cells of a confusion matrix lie.
///
/// @param left of the first column
/// @param top of the first row
/// @param width of a cell; below 1 for very many classes
record ConfusionLayout(int classes, double left, double top, double width, double height) {
    private static final double NAMES = 104;
    private static final double SLANTED_HEADS = 84;
    private static final double LEVEL_HEADS = 22;
    private static final double BARE = 20;
    private static final double WIDEST = 88;
    private static final double HIGHEST = 36;

    /// The lowest cell whose row can be named.
    private static final double NAMED = 13;

    /// The narrowest cell whose name can stand level above it.
    private static final double LEVEL = 56;

    /// The smallest cell with room for its count.
    private static final double COUNTED_WIDTH = 22;

    private static final double COUNTED_HEIGHT = 14;
    private static final double PLAIN = 4;

    /// Wide cells if there is room, as names and counts read better then; where even the names have
    /// no room, square ones.
    static ConfusionLayout of(int classes, double width, double height) {
        double columns = Math.min((width - NAMES) / classes, WIDEST);
        double heads = columns >= LEVEL ? LEVEL_HEADS : SLANTED_HEADS;
        double rows = Math.min((height - heads) / classes, HIGHEST);
        if (rows >= NAMED && columns >= NAMED) {
            return new ConfusionLayout(
                    classes, NAMES, heads, Math.floor(columns), Math.floor(rows));
        }
        double bare = Math.min((width - BARE) / classes, (height - BARE) / classes);
        double side = bare >= 2 ? Math.floor(bare) : Math.max(bare, 0.01);
        return new ConfusionLayout(classes, BARE, BARE, side, side);
    }

    boolean named() {
        return left == NAMES;
    }

    /// Whether column names stand level rather than slanted.
    boolean level() {
        return top == LEVEL_HEADS;
    }

    boolean counted() {
        return width >= COUNTED_WIDTH && height >= COUNTED_HEIGHT;
    }

    /// Whether cells are too small to be drawn one by one.
    boolean pooled() {
        return width < PLAIN;
    }

    double across() {
        return width * classes;
    }

    double down() {
        return height * classes;
    }

    double x(int column) {
        return left + column * width;
    }

    double y(int row) {
        return top + row * height;
    }

    Optional<Cell> at(double x, double y) {
        int column = (int) Math.floor((x - left) / width);
        int row = (int) Math.floor((y - top) / height);
        boolean inside = column >= 0 && row >= 0 && column < classes && row < classes;
        return inside ? Optional.of(new Cell(row, column)) : Optional.empty();
    }
}
