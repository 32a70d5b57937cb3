package fovea.classification;

import fovea.evaluation.ClassCounts;
import fovea.evaluation.ConfusionMatrix;
import fovea.evaluation.Evaluation;
import fovea.sample.ClassList;
import fovea.sample.Labelling;

import java.util.List;
import java.util.Optional;

/// Precision, recall, F1 and support of the best class, and the confusion matrix. As in MMPretrain,
/// a best score that does not lie above the threshold predicts no class; the confusion matrix
/// counts the best class whatever its score.
final class SingleLabelEvaluator extends ScoreEvaluator {
    private static final String PREFIX = "single-label";

    private final List<Average> averages;
    private final double threshold;
    private final ClassCounts counts;
    private final int[][] confusion;

    SingleLabelEvaluator(ClassList classes, List<Average> averages, double threshold) {
        super(classes, Labelling.SINGLE_LABEL);
        this.averages = List.copyOf(averages);
        this.threshold = threshold;
        this.counts = new ClassCounts(classes.size());
        this.confusion = new int[classes.size()][classes.size()];
    }

    @Override
    void add(List<Integer> truth, double[] scores) {
        int best = best(scores);
        counts.add(exceeds(scores[best], threshold) ? List.of(best) : List.of(), truth);
        confusion[truth.getFirst()][best]++;
    }

    @Override
    public Evaluation evaluation() {
        String micro =
                averages.contains(Average.MICRO) && !averages.contains(Average.MACRO)
                        ? "_micro"
                        : "";
        return new Evaluation(
                ClassificationMetrics.averaged(PREFIX, "", counts, averages),
                ClassificationMetrics.percent(PREFIX + "/f1-score" + micro),
                Optional.of(ConfusionMatrix.of(confusion)),
                Optional.of(ClassificationMetrics.table(PREFIX, "", counts, classes())));
    }
}
