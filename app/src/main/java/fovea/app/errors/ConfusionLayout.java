package fovea.app.errors;

import java.util.Optional;

/// Where the cells of a confusion matrix lie, and what stands beside them.
///
/// @param width of a cell; below 1 for very many classes
record ConfusionLayout(int classes, Names names, double width, double height) {
    private static final double WIDEST = 64;
    private static final double HIGHEST = 36;

    /// The lowest cells whose rows can be named, with and without names above the columns.
    private static final double NAMED = 13;

    private static final double BARELY_NAMED = 11;

    /// The narrowest cell whose name can stand level above it.
    private static final double LEVEL = 56;

    /// How far the last slanted name reaches beyond its column.
    private static final double REACH = 44;

    /// The smallest cell with room for its count.
    private static final double COUNTED_WIDTH = 22;

    private static final double COUNTED_HEIGHT = 14;
    private static final double PLAIN = 4;

    /// Which names there is room for, beside what the axes are.
    enum Names {
        NONE(20, 20),
        ROWS(124, 20),
        SLANTED(124, 104),
        LEVEL(124, 40);

        private final double left;
        private final double top;

        Names(double left, double top) {
            this.left = left;
            this.top = top;
        }
    }

    /// Wide cells if there is room, as names and counts read better then; where even the rows'
    /// names have no room, square ones.
    static ConfusionLayout of(int classes, double width, double height) {
        double level = (width - Names.LEVEL.left) / classes;
        if (level >= LEVEL && (height - Names.LEVEL.top) / classes >= NAMED) {
            return fitting(classes, Names.LEVEL, Math.min(level, WIDEST), height);
        }
        double slanted = (width - Names.SLANTED.left - REACH) / classes;
        if (slanted >= NAMED && (height - Names.SLANTED.top) / classes >= NAMED) {
            return fitting(classes, Names.SLANTED, Math.min(slanted, WIDEST), height);
        }
        double rows = (height - Names.ROWS.top) / classes;
        double columns = Math.min((width - Names.ROWS.left) / classes, 2 * rows);
        if (rows >= BARELY_NAMED && columns >= PLAIN) {
            return fitting(classes, Names.ROWS, columns, height);
        }
        double bare = Math.min(width - Names.NONE.left, height - Names.NONE.top) / classes;
        double side = bare >= 2 ? Math.floor(bare) : Math.max(bare, 0.01);
        return new ConfusionLayout(classes, Names.NONE, side, side);
    }

    private static ConfusionLayout fitting(int classes, Names names, double width, double height) {
        double rows = Math.min((height - names.top) / classes, HIGHEST);
        return new ConfusionLayout(classes, names, Math.floor(width), Math.floor(rows));
    }

    /// Of the first column.
    double left() {
        return names.left;
    }

    /// Of the first row.
    double top() {
        return names.top;
    }

    /// Whether the columns are named.
    boolean headed() {
        return names == Names.SLANTED || names == Names.LEVEL;
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

    /// Where all of it ends.
    double right() {
        return left() + across() + (names == Names.SLANTED ? REACH : 0);
    }

    double x(int column) {
        return left() + column * width;
    }

    double y(int row) {
        return top() + row * height;
    }

    Optional<Cell> at(double x, double y) {
        int column = (int) Math.floor((x - left()) / width);
        int row = (int) Math.floor((y - top()) / height);
        boolean inside = column >= 0 && row >= 0 && column < classes && row < classes;
        return inside ? Optional.of(new Cell(row, column)) : Optional.empty();
    }
}
