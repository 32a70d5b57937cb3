package fovea.classification;

import fovea.evaluation.Evaluation;
import fovea.plugin.OfflineEvaluation;
import fovea.problem.InvalidInputException;
import fovea.sample.ClassList;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/// Metrics from two CSV files. The truth is `image,label` with several labels separated by `;`, the
/// predictions are `image,<class>,<class>…` with a score for each class; the rows may be in any
/// order. Options: `topk` (accuracy and multi-label), `threshold` (all), `average` (single-label
/// and multi-label).
final class OfflineEvaluations {
    private OfflineEvaluations() {}

    static Map<String, OfflineEvaluation> all() {
        return Map.of(
                "accuracy", OfflineEvaluations::accuracy,
                "single-label", OfflineEvaluations::singleLabel,
                "multi-label", OfflineEvaluations::multiLabel);
    }

    private static Evaluation accuracy(Path truth, Path predictions, Map<String, String> given) {
        Options options = new Options(given, Set.of(Options.TOP_K, Options.THRESHOLD));
        return new Comparison(truth, predictions, scoresNeeded(options))
                .judge(
                        classes ->
                                new AccuracyEvaluator(
                                        classes,
                                        options.topk(classes),
                                        options.threshold().orElse(usualThreshold())));
    }

    private static Evaluation singleLabel(Path truth, Path predictions, Map<String, String> given) {
        Options options = new Options(given, Set.of(Options.AVERAGE, Options.THRESHOLD));
        return new Comparison(truth, predictions, scoresNeeded(options))
                .judge(
                        classes ->
                                new SingleLabelEvaluator(
                                        classes,
                                        options.averages(),
                                        options.threshold().orElse(usualThreshold())));
    }

    private static double usualThreshold() {
        return ClassificationEvaluators.SINGLE_LABEL_THRESHOLD;
    }

    private static Comparison.Scores scoresNeeded(Options options) {
        return options.threshold().isPresent()
                ? Comparison.Scores.ANY
                : Comparison.Scores.BEST_NOT_NEGATIVE;
    }

    private static Evaluation multiLabel(Path truth, Path predictions, Map<String, String> given) {
        Options options =
                new Options(given, Set.of(Options.AVERAGE, Options.THRESHOLD, Options.TOP_K));
        if (options.has(Options.TOP_K) && options.has(Options.THRESHOLD)) {
            throw InvalidInputException.of(
                    "options topk and threshold",
                    "each alone says which scores count as predicted",
                    "leave one out");
        }
        return new Comparison(truth, predictions, Comparison.Scores.ANY)
                .judge(
                        classes ->
                                new MultiLabelEvaluator(
                                        classes, options.averages(), rule(options, classes)));
    }

    private static PositiveRule rule(Options options, ClassList classes) {
        if (options.has(Options.TOP_K)) {
            return new PositiveRule.Best(options.oneTopk(classes));
        }
        double usual = ClassificationEvaluators.MULTI_LABEL_THRESHOLD;
        return new PositiveRule.Threshold(options.finiteThreshold().orElse(usual));
    }
}
