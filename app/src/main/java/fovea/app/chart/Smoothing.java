package fovea.app.chart;

/// The exponential moving average of TensorBoard's charts, with the bias towards its start value
/// divided out (Kingma and Ba, 2015, section 3).
final class Smoothing {
    /// At 1 nothing but the start would ever be seen.
    private static final double MOST = 0.999;

    private Smoothing() {}

    /// @param weight of the past, 0 to 1
    static double[] smooth(double[] values, double weight) {
        double w = Math.min(weight, MOST);
        double[] smooth = new double[values.length];
        double mean = 0;
        double remaining = 1;
        for (int i = 0; i < values.length; i++) {
            mean = w * mean + (1 - w) * values[i];
            remaining *= w;
            smooth[i] = mean / (1 - remaining);
        }
        return smooth;
    }
}
