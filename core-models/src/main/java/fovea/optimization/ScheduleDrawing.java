package fovea.optimization;

import java.util.Arrays;
import java.util.Locale;

/// A learning-rate curve for a terminal.
public final class ScheduleDrawing {
    private static final int LABEL = 9;
    private static final int LEAST_COLUMNS = 16;
    private static final int LEAST_ROWS = 2;

    private ScheduleDrawing() {}

    /// The curve as lines of ASCII characters, from 0 to its highest rate, over the steps it has.
    ///
    /// @param width characters in a line, with the labels; at least 27 are used
    /// @param height lines, with the axis and its labels; at least 4 are used
    public static String ascii(double[] curve, int width, int height) {
        int columns = Math.max(LEAST_COLUMNS, width - LABEL - 2);
        int rows = Math.max(LEAST_ROWS, height - 2);
        double top = Arrays.stream(curve).max().orElse(0);
        char[][] canvas = new char[rows][columns];
        for (char[] line : canvas) {
            Arrays.fill(line, ' ');
        }
        for (int x = 0; x < columns && curve.length > 0; x++) {
            drawColumn(canvas, x, bucket(curve, x, columns), top);
        }
        StringBuilder text = new StringBuilder();
        for (int y = 0; y < rows; y++) {
            text.append(label(y, rows, top)).append(" |").append(stripTrailing(canvas[y]));
            text.append('\n');
        }
        text.repeat(' ', LABEL + 1).append('+').repeat('-', columns).append('\n');
        String last = "step " + curve.length;
        text.repeat(' ', LABEL + 2).append('1');
        text.repeat(' ', Math.max(1, columns - 1 - last.length())).append(last).append('\n');
        return text.toString();
    }

    /// The part of the curve that a column shows, from the last step of the column before, so that
    /// drops are joined.
    private static double[] bucket(double[] curve, int x, int columns) {
        int first = (int) ((long) curve.length * x / columns);
        int start = x == 0 ? first : last(curve, x - 1, columns);
        return Arrays.copyOfRange(curve, start, last(curve, x, columns) + 1);
    }

    private static int last(double[] curve, int x, int columns) {
        int first = (int) ((long) curve.length * x / columns);
        return Math.max(first, (int) ((long) curve.length * (x + 1) / columns) - 1);
    }

    private static void drawColumn(char[][] canvas, int x, double[] rates, double top) {
        int lowest = row(Arrays.stream(rates).min().orElse(0), top, canvas.length);
        int highest = row(Arrays.stream(rates).max().orElse(0), top, canvas.length);
        for (int y = highest; y <= lowest; y++) {
            canvas[y][x] = '*';
        }
    }

    private static int row(double rate, double top, int rows) {
        double share = top > 0 ? Math.max(0, rate / top) : 0;
        return (int) Math.round((1 - share) * (rows - 1));
    }

    private static String label(int y, int rows, double top) {
        boolean labelled = y == 0 || y == rows - 1 || (rows > 4 && y == rows / 2);
        double rate = top * (rows - 1 - y) / (rows - 1);
        String number = labelled ? String.format(Locale.ROOT, "%.3g", rate) : "";
        return " ".repeat(Math.max(0, LABEL - number.length())) + number;
    }

    private static String stripTrailing(char[] line) {
        return new String(line).stripTrailing();
    }
}
