package fovea.app.errors;

import fovea.app.chart.ChartInks;
import fovea.app.frame.Tools;
import fovea.app.theme.Palette;
import fovea.evaluation.ConfusionMatrix;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

import java.util.List;
import java.util.Optional;

/// The confusion matrix: rows are the truth, columns what was predicted. A click or Enter chooses a
/// cell, arrows move, Escape lets go.
final class ConfusionView extends Region {
    private final Tools tools;
    private final ObjectProperty<Optional<Cell>> chosen;
    private final ObjectProperty<ConfusionShares.Diagonal> diagonal =
            new SimpleObjectProperty<>(ConfusionShares.Diagonal.SHOWN);
    private final ReadOnlyObjectWrapper<Optional<Cell>> pointed =
            new ReadOnlyObjectWrapper<>(this, "pointed", Optional.empty());
    private final Canvas cells = new Canvas();
    private final Canvas marks = new Canvas();
    private Optional<ConfusionShares> shares = Optional.empty();
    private Optional<ConfusionMatrix> matrix = Optional.empty();
    private List<String> names = List.of();

    /// @param chosen the cell whose pictures are shown
    ConfusionView(Tools tools, ObjectProperty<Optional<Cell>> chosen) {
        this.tools = tools;
        this.chosen = chosen;
        setId("confusion");
        getStyleClass().add("confusion");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        getChildren().addAll(cells, marks);
        setOnMouseMoved(
                event -> point(arrangement().flatMap(l -> l.at(event.getX(), event.getY()))));
        setOnMouseExited(event -> point(Optional.empty()));
        setOnMouseClicked(
                event -> {
                    requestFocus();
                    arrangement()
                            .flatMap(l -> l.at(event.getX(), event.getY()))
                            .ifPresent(this::toggle);
                });
        setOnKeyPressed(this::key);
        focusedProperty().subscribe(() -> paintMarks());
        chosen.subscribe(() -> paintMarks());
        diagonal.subscribe(() -> reckon());
        tools.theme().appearance().subscribe(() -> paint());
        tools.texts().language().subscribe(() -> paint());
    }

    ObjectProperty<ConfusionShares.Diagonal> diagonal() {
        return diagonal;
    }

    /// The cell under the mouse or under the keys.
    ReadOnlyObjectProperty<Optional<Cell>> pointed() {
        return pointed.getReadOnlyProperty();
    }

    void show(ConfusionMatrix shown, List<String> classNames) {
        matrix = Optional.of(shown);
        names = classNames;
        reckon();
    }

    /// How many there are; 0 before anything is shown.
    int classes() {
        return names.size();
    }

    /// How much of a class a cell is, 0 to 1.
    double share(Cell cell) {
        return shares.map(s -> s.share(cell)).orElse(Double.NaN);
    }

    int count(Cell cell) {
        return shares.map(s -> s.count(cell)).orElse(0);
    }

    private void reckon() {
        shares = matrix.map(m -> new ConfusionShares(m, diagonal.get()));
        paint();
    }

    private void toggle(Cell cell) {
        Optional<Cell> now = Optional.of(cell);
        chosen.set(chosen.get().equals(now) ? Optional.empty() : now);
    }

    private void point(Optional<Cell> cell) {
        pointed.set(cell);
        paintMarks();
    }

    private void key(KeyEvent event) {
        int last = names.size() - 1;
        if (last < 0) {
            return;
        }
        Cell from = pointed.get().or(chosen::get).orElse(new Cell(0, 0));
        switch (event.getCode()) {
            case LEFT -> move(event, new Cell(from.truth(), Math.max(0, from.predicted() - 1)));
            case RIGHT -> move(event, new Cell(from.truth(), Math.min(last, from.predicted() + 1)));
            case UP -> move(event, new Cell(Math.max(0, from.truth() - 1), from.predicted()));
            case DOWN -> move(event, new Cell(Math.min(last, from.truth() + 1), from.predicted()));
            case ENTER, SPACE -> {
                toggle(from);
                event.consume();
            }
            case ESCAPE -> {
                chosen.set(Optional.empty());
                event.consume();
            }
            default -> {}
        }
    }

    private void move(KeyEvent event, Cell to) {
        point(Optional.of(to));
        event.consume();
    }

    private Optional<ConfusionLayout> arrangement() {
        return shares.filter(s -> getWidth() > 40 && getHeight() > 40)
                .map(s -> ConfusionLayout.of(s.classes(), getWidth(), getHeight()));
    }

    private Optional<ConfusionPainter> painter(Canvas canvas) {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        return arrangement()
                .map(
                        l ->
                                new ConfusionPainter(
                                        graphics,
                                        l,
                                        shares.orElseThrow(),
                                        ConfusionShades.of(tools.theme().appearance().get()),
                                        Palette.of(tools.theme().appearance().get())));
    }

    private void paint() {
        painter(cells)
                .ifPresent(
                        painter -> {
                            painter.cells();
                            painter.axes(
                                    tools.texts().text("errors.truth"),
                                    tools.texts().text("errors.predicted"));
                            if (painter.layout().names() != ConfusionLayout.Names.NONE) {
                                painter.names(names);
                            }
                        });
        paintMarks();
    }

    private void paintMarks() {
        painter(marks)
                .ifPresent(
                        painter -> {
                            painter.mark(pointed.get(), painter.palette().text(), 1);
                            painter.mark(
                                    chosen.get(),
                                    ChartInks.of(1, tools.theme().appearance().get()),
                                    3);
                        });
    }

    @Override
    protected void layoutChildren() {
        if (cells.getWidth() != getWidth() || cells.getHeight() != getHeight()) {
            for (Canvas canvas : List.of(cells, marks)) {
                canvas.setWidth(getWidth());
                canvas.setHeight(getHeight());
            }
            paint();
        }
    }
}
