package fovea.app.errors;

import fovea.app.theme.Palette;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

import java.util.List;
import java.util.Optional;

/// Draws a confusion matrix.
record ConfusionPainter(
        GraphicsContext graphics,
        ConfusionLayout layout,
        ConfusionShares shares,
        ConfusionShades shades,
        Palette palette) {
    private static final Font FONT = Font.font("Inter", 11);
    private static final Font SMALL = Font.font("Inter", 10);
    private static final double LOW_ROW = 13;
    private static final double GAP = 6;
    private static final double LONGEST_NAME = 98;
    private static final double LONGEST_HEAD = 88;

    /// How far from the edge the names of the axes stand.
    private static final double AXIS = 9;

    void cells() {
        graphics.setFont(FONT);
        if (layout.pooled()) {
            pooled();
            return;
        }
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.CENTER);
        for (int row = 0; row < layout.classes(); row++) {
            for (int column = 0; column < layout.classes(); column++) {
                cell(new Cell(row, column));
            }
        }
        outline();
    }

    private void cell(Cell at) {
        Color shade = shades.shade(shares.strength(at.truth(), at.predicted()));
        double x = layout.x(at.predicted());
        double y = layout.y(at.truth());
        graphics.setFill(shade);
        graphics.fillRect(x, y, layout.width() - 1, layout.height() - 1);
        boolean hidden = shares.hidden(at.truth(), at.predicted());
        if (layout.counted() && shares.count(at) > 0 && !hidden) {
            graphics.setFill(shades.textOn(shade));
            graphics.fillText(
                    Integer.toString(shares.count(at)),
                    x + (layout.width() - 1) / 2,
                    y + (layout.height() - 1) / 2,
                    layout.width() - 2);
        }
    }

    /// Many cells share a pixel: the strongest shows, so that no mistake hides.
    private void pooled() {
        int side = Math.max(1, (int) Math.ceil(layout.across()));
        WritableImage image = new WritableImage(side, side);
        double[][] strongest = new double[side][side];
        for (int row = 0; row < layout.classes(); row++) {
            for (int column = 0; column < layout.classes(); column++) {
                double strength = shares.strength(row, column);
                fill(strongest, row, column, strength);
            }
        }
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.getPixelWriter().setColor(x, y, shades.shade(strongest[y][x]));
            }
        }
        graphics.drawImage(image, layout.left(), layout.top());
        outline();
    }

    private void fill(double[][] pixels, int row, int column, double strength) {
        int last = pixels.length - 1;
        int bottom = Math.min(last, (int) Math.ceil((row + 1) * layout.height()) - 1);
        int right = Math.min(last, (int) Math.ceil((column + 1) * layout.width()) - 1);
        for (int y = (int) (row * layout.height()); y <= bottom; y++) {
            for (int x = (int) (column * layout.width()); x <= right; x++) {
                pixels[y][x] = Math.max(pixels[y][x], strength);
            }
        }
    }

    private void outline() {
        graphics.setStroke(palette.line());
        graphics.setLineWidth(1);
        graphics.strokeRect(
                layout.left() - 0.5, layout.top() - 0.5, layout.across(), layout.down());
    }

    /// Of the rows, and of the columns where they have room.
    void names(List<String> names) {
        graphics.setFont(layout.height() < LOW_ROW ? SMALL : FONT);
        graphics.setFill(palette.mutedText());
        graphics.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < names.size(); i++) {
            graphics.setTextAlign(TextAlignment.RIGHT);
            graphics.fillText(
                    shortened(names.get(i), LONGEST_NAME),
                    layout.left() - GAP,
                    layout.y(i) + (layout.height() - 1) / 2);
            if (layout.headed()) {
                head(names.get(i), layout.x(i) + (layout.width() - 1) / 2);
            }
        }
    }

    private void head(String name, double middle) {
        if (layout.names() == ConfusionLayout.Names.LEVEL) {
            graphics.setTextAlign(TextAlignment.CENTER);
            graphics.fillText(
                    shortened(name, layout.width() - GAP), middle, layout.top() - 2 * GAP + 2);
            return;
        }
        graphics.save();
        graphics.translate(middle, layout.top() - GAP);
        graphics.rotate(-60);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.fillText(shortened(name, LONGEST_HEAD), 0, 0);
        graphics.restore();
    }

    /// What rows and columns are.
    void axes(String truth, String predicted) {
        graphics.setFont(FONT);
        graphics.setFill(palette.mutedText());
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.fillText(predicted, layout.left() + layout.across() / 2, AXIS);
        graphics.save();
        graphics.translate(AXIS, layout.top() + layout.down() / 2);
        graphics.rotate(-90);
        graphics.fillText(truth, 0, 0);
        graphics.restore();
    }

    void mark(Optional<Cell> cell, Color color, double width) {
        cell.ifPresent(
                at -> {
                    graphics.setStroke(color);
                    graphics.setLineWidth(width);
                    graphics.strokeRect(
                            layout.x(at.predicted()) - width / 2 + 0.5,
                            layout.y(at.truth()) - width / 2 + 0.5,
                            Math.max(layout.width() - 1, 3) + width - 1,
                            Math.max(layout.height() - 1, 3) + width - 1);
                });
    }

    /// Without its middle where it is too long: names often differ at their ends.
    private static String shortened(String name, double most) {
        Text measure = new Text(name);
        measure.setFont(FONT);
        for (int kept = name.length() - 1;
                measure.getLayoutBounds().getWidth() > most && kept > 2;
                kept--) {
            String end = name.substring(name.length() - kept / 2);
            measure.setText(name.substring(0, kept - kept / 2).strip() + "…" + end.strip());
        }
        return measure.getText();
    }
}
