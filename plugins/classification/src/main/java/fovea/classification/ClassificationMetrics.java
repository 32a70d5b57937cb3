package fovea.classification;

import fovea.evaluation.ClassCounts;
import fovea.evaluation.ClassTable;
import fovea.evaluation.Direction;
import fovea.evaluation.Metric;
import fovea.evaluation.PrecisionRecall;
import fovea.sample.ClassList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The metrics of classification, with the keys of MMPretrain; all but the support are percentages.
public final class ClassificationMetrics {
    /// Mean over the classes of the average precision.
    public static final Metric MEAN_AP = percent("multi-label/mAP");

    private static final String CLASSWISE = "_classwise";

    private ClassificationMetrics() {}

    /// The share of images whose true class is among the `k` best: `accuracy/top1`.
    public static Metric accuracy(int k) {
        return percent("accuracy/top" + k);
    }

    /// Precision, recall, F1 and support as the averages ask for them.
    ///
    /// @param prefix `single-label` or `multi-label`
    /// @param suffix after the metric's name, such as `_top3`
    static Map<Metric, Double> averaged(
            String prefix, String suffix, ClassCounts counts, List<Average> averages) {
        Map<Metric, Double> values = new LinkedHashMap<>();
        for (Average average : averages) {
            switch (average) {
                case MACRO -> put(values, prefix, suffix, counts.macro());
                case MICRO -> put(values, prefix, suffix + "_micro", counts.micro());
                case CLASSWISE -> {}
            }
        }
        return values;
    }

    private static void put(
            Map<Metric, Double> values, String prefix, String suffix, PrecisionRecall result) {
        values.put(percent(prefix + "/precision" + suffix), result.precision());
        values.put(percent(prefix + "/recall" + suffix), result.recall());
        values.put(percent(prefix + "/f1-score" + suffix), result.f1());
        values.put(count(prefix + "/support" + suffix), (double) result.support());
    }

    /// The same four, class by class.
    static ClassTable table(String prefix, String suffix, ClassCounts counts, ClassList classes) {
        String end = suffix + CLASSWISE;
        List<PrecisionRecall> rows = counts.perClass();
        Map<Metric, List<Double>> columns = new LinkedHashMap<>();
        columns.put(
                percent(prefix + "/precision" + end),
                rows.stream().map(PrecisionRecall::precision).toList());
        columns.put(
                percent(prefix + "/recall" + end),
                rows.stream().map(PrecisionRecall::recall).toList());
        columns.put(
                percent(prefix + "/f1-score" + end),
                rows.stream().map(PrecisionRecall::f1).toList());
        columns.put(
                count(prefix + "/support" + end),
                rows.stream().map(row -> (double) row.support()).toList());
        return new ClassTable(classes, columns);
    }

    static Metric percent(String key) {
        return new Metric(key, Direction.HIGHER_IS_BETTER, "%");
    }

    private static Metric count(String key) {
        return new Metric(key, Direction.HIGHER_IS_BETTER, "");
    }
}
