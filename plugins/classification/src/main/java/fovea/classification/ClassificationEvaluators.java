package fovea.classification;

import fovea.evaluation.CombinedEvaluator;
import fovea.evaluation.Evaluator;
import fovea.sample.ClassList;
import fovea.sample.Labelling;

import java.util.List;
import java.util.stream.Stream;

/// Fresh evaluators with the settings that MMPretrain's experiments use most.
public final class ClassificationEvaluators {
    /// A score at or below it predicts nothing.
    static final double SINGLE_LABEL_THRESHOLD = 0;

    /// A score at or above it predicts the class.
    static final double MULTI_LABEL_THRESHOLD = 0.5;

    static final List<Average> AVERAGES = List.of(Average.MACRO, Average.MICRO);

    private ClassificationEvaluators() {}

    /// One class an image: `accuracy/top1` (primary), `accuracy/top5` if there are five classes,
    /// `single-label/…` and the confusion matrix. Any number: `multi-label/mAP` (primary) and
    /// `multi-label/…` at 0.5.
    public static Evaluator of(ClassList classes, Labelling labelling) {
        return switch (labelling) {
            case SINGLE_LABEL ->
                    new CombinedEvaluator(
                            List.of(
                                    new AccuracyEvaluator(
                                            classes, topk(classes), SINGLE_LABEL_THRESHOLD),
                                    new SingleLabelEvaluator(
                                            classes, AVERAGES, SINGLE_LABEL_THRESHOLD)));
            case MULTI_LABEL ->
                    new MultiLabelEvaluator(
                            classes, AVERAGES, new PositiveRule.Threshold(MULTI_LABEL_THRESHOLD));
        };
    }

    /// 1 and, if there are as many classes, 5.
    static List<Integer> topk(ClassList classes) {
        return Stream.of(1, 5).filter(k -> k <= classes.size()).toList();
    }
}
