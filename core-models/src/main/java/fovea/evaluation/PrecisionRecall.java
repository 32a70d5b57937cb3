package fovea.evaluation;

import java.util.List;

/// Precision, recall and their harmonic mean F1 in percent, and the number of true cases. A ratio
/// over nothing is 0, as in MMPretrain, so a class that is never predicted lowers the mean.
public record PrecisionRecall(double precision, double recall, double f1, long support) {
    /// @param correct cases both true and predicted
    /// @param predicted cases predicted
    /// @param actual cases that are true
    public static PrecisionRecall of(long correct, long predicted, long actual) {
        double precision = 100.0 * correct / Math.max(predicted, 1);
        double recall = 100.0 * correct / Math.max(actual, 1);
        double sum = precision + recall;
        double f1 = sum == 0 ? 0 : 2 * precision * recall / sum;
        return new PrecisionRecall(precision, recall, f1, actual);
    }

    /// The plain mean over all classes, also those without a true case. NaN for no class.
    public static PrecisionRecall macro(List<PrecisionRecall> classes) {
        return new PrecisionRecall(
                mean(classes.stream().mapToDouble(PrecisionRecall::precision)),
                mean(classes.stream().mapToDouble(PrecisionRecall::recall)),
                mean(classes.stream().mapToDouble(PrecisionRecall::f1)),
                classes.stream().mapToLong(PrecisionRecall::support).sum());
    }

    private static double mean(java.util.stream.DoubleStream values) {
        return values.average().orElse(Double.NaN);
    }
}
