package fovea.classification;

import fovea.evaluation.Evaluation;
import fovea.evaluation.Metric;
import fovea.sample.ClassList;
import fovea.sample.Labelling;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Top-k accuracy. As in MMPretrain, an image counts as right only if the score of its true class
/// also lies above a threshold; what scores NaN is never right.
final class AccuracyEvaluator extends ScoreEvaluator {
    private final List<Integer> topk;
    private final double threshold;
    private final int[] right;
    private int samples;

    /// @param topk in the order in which they are shown; the first is the primary metric
    AccuracyEvaluator(ClassList classes, List<Integer> topk, double threshold) {
        super(classes, Labelling.SINGLE_LABEL);
        this.topk = List.copyOf(topk);
        this.threshold = threshold;
        this.right = new int[classes.size()];
    }

    @Override
    void add(List<Integer> truth, double[] scores) {
        int label = truth.getFirst();
        samples++;
        if (exceeds(scores[label], threshold)) {
            right[rank(scores, label)]++;
        }
    }

    @Override
    public Evaluation evaluation() {
        Map<Metric, Double> values = new LinkedHashMap<>();
        for (int k : topk) {
            double share = (double) Arrays.stream(right).limit(k).sum() / samples;
            values.put(ClassificationMetrics.accuracy(k), 100 * share);
        }
        return new Evaluation(
                values, ClassificationMetrics.accuracy(topk.getFirst()), Optional.empty());
    }
}
