package fovea.app.chart;

import java.util.Arrays;

/// A growing row of points. Belongs to one thread; others read [#points].
public final class Trace {
    static final int WIDTH = 4;

    private double[] columns = new double[64 * WIDTH];
    private int size;

    /// Adds a point to the right of the others.
    ///
    /// @param minute since the run began
    public void add(long step, double epoch, double minute, double value) {
        if ((size + 1) * WIDTH > columns.length) {
            columns = Arrays.copyOf(columns, columns.length * 2);
        }
        int at = size * WIDTH;
        columns[at] = step;
        columns[at + 1] = epoch;
        columns[at + 2] = minute;
        columns[at + 3] = value;
        size++;
    }

    public int size() {
        return size;
    }

    /// The last value; NaN if there is none.
    public double last() {
        return size == 0 ? Double.NaN : columns[(size - 1) * WIDTH + 3];
    }

    /// What there is now, without a copy.
    public Points points() {
        return new Points(columns, size);
    }
}
