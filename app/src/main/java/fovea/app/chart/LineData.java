package fovea.app.chart;

import org.jfree.data.xy.AbstractXYDataset;

/// One line as JFreeChart wants it, without a copy; heights are on the drawing's scale.
final class LineData extends AbstractXYDataset {
    private static final long serialVersionUID = 1;

    private final transient double[] xs;
    private final transient double[] values;
    private final VerticalScale scale;

    LineData(double[] xs, double[] values, VerticalScale scale) {
        this.xs = xs;
        this.values = values;
        this.scale = scale;
    }

    @Override
    public int getSeriesCount() {
        return 1;
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return series;
    }

    @Override
    public int getItemCount(int series) {
        return xs.length;
    }

    @Override
    public double getXValue(int series, int item) {
        return xs[item];
    }

    @Override
    public double getYValue(int series, int item) {
        return scale.forward(values[item]);
    }

    @Override
    public Number getX(int series, int item) {
        return getXValue(series, item);
    }

    @Override
    public Number getY(int series, int item) {
        return getYValue(series, item);
    }
}
