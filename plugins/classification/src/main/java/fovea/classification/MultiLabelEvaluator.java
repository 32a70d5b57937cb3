package fovea.classification;

import fovea.evaluation.AveragePrecision;
import fovea.evaluation.ClassCounts;
import fovea.evaluation.ClassTable;
import fovea.evaluation.Evaluation;
import fovea.evaluation.Metric;
import fovea.sample.ClassList;
import fovea.sample.Labelling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Mean average precision, and precision, recall, F1 and support of the classes that a rule takes
/// as predicted. A class without positives has an average precision of 0 and counts in the mean, as
/// in MMPretrain. Keeps all scores.
final class MultiLabelEvaluator extends ScoreEvaluator {
    private static final String PREFIX = "multi-label";

    private final List<Average> averages;
    private final PositiveRule rule;
    private final ClassCounts counts;
    private final List<List<Integer>> truths = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();

    MultiLabelEvaluator(ClassList classes, List<Average> averages, PositiveRule rule) {
        super(classes, Labelling.MULTI_LABEL);
        this.averages = List.copyOf(averages);
        this.rule = rule;
        this.counts = new ClassCounts(classes.size());
    }

    @Override
    void add(List<Integer> truth, double[] scores) {
        counts.add(rule.positives(scores), truth);
        truths.add(truth);
        rows.add(scores);
    }

    @Override
    public Evaluation evaluation() {
        List<Double> precisions =
                IntStream.range(0, classes().size()).mapToObj(this::averagePrecision).toList();
        double mean =
                rows.isEmpty()
                        ? Double.NaN
                        : precisions.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        Map<Metric, Double> values = new LinkedHashMap<>();
        values.put(ClassificationMetrics.MEAN_AP, mean);
        values.putAll(ClassificationMetrics.averaged(PREFIX, rule.suffix(), counts, averages));
        return new Evaluation(
                values,
                ClassificationMetrics.MEAN_AP,
                Optional.empty(),
                Optional.of(table(precisions)));
    }

    private double averagePrecision(int index) {
        return AveragePrecision.of(
                scores(index, truth -> truth.contains(index)),
                scores(index, truth -> !truth.contains(index)));
    }

    private double[] scores(int index, Predicate<List<Integer>> which) {
        return IntStream.range(0, rows.size())
                .filter(i -> which.test(truths.get(i)))
                .mapToDouble(i -> rows.get(i)[index])
                .toArray();
    }

    private ClassTable table(List<Double> precisions) {
        Map<Metric, List<Double>> columns = new LinkedHashMap<>();
        columns.put(ClassificationMetrics.percent(PREFIX + "/AP_classwise"), precisions);
        columns.putAll(
                ClassificationMetrics.table(PREFIX, rule.suffix(), counts, classes()).columns());
        return new ClassTable(classes(), columns);
    }
}
