package fovea.app.chart;

/// What a [Trace] held at some moment; immutable, safe to read from any thread.
public final class Points {
    private final double[] columns;
    private final int size;

    /// @param columns step, epoch, minute and value of each point, one point after the other; the
    ///   first `size` points never change
    Points(double[] columns, int size) {
        this.columns = columns;
        this.size = size;
    }

    public int size() {
        return size;
    }

    public double step(int index) {
        return columns[index * Trace.WIDTH];
    }

    public double epoch(int index) {
        return columns[index * Trace.WIDTH + 1];
    }

    /// Minutes since the run began.
    public double minute(int index) {
        return columns[index * Trace.WIDTH + 2];
    }

    public double value(int index) {
        return columns[index * Trace.WIDTH + 3];
    }
}
