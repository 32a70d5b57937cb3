package fovea.evaluation;

import java.util.Arrays;

/// The area under the precision-recall curve as a sum of steps, Σ (Rₙ − Rₙ₋₁)·Pₙ, without
/// interpolation. Equal scores are one step, so the order of the samples does not matter.
public final class AveragePrecision {
    private AveragePrecision() {}

    /// In percent; 0 if nothing is positive, as in MMPretrain.
    ///
    /// @param positives scores of the samples that show the class
    /// @param negatives scores of the others; a score of NaN ranks last
    public static double of(double[] positives, double[] negatives) {
        double[] hits = sorted(positives);
        double[] misses = sorted(negatives);
        double area = 0;
        int missesTaken = 0;
        for (int taken = 0; taken < hits.length; ) {
            double score = hits[hits.length - 1 - taken];
            int before = taken;
            while (taken < hits.length && hits[hits.length - 1 - taken] == score) {
                taken++;
            }
            while (missesTaken < misses.length
                    && misses[misses.length - 1 - missesTaken] >= score) {
                missesTaken++;
            }
            area += (double) (taken - before) * taken / (taken + missesTaken);
        }
        return 100 * area / Math.max(hits.length, 1);
    }

    private static double[] sorted(double[] scores) {
        return Arrays.stream(scores)
                .map(score -> Double.isNaN(score) ? Double.NEGATIVE_INFINITY : score)
                .sorted()
                .toArray();
    }
}
