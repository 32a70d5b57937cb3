package fovea.classification;

import fovea.evaluation.Evaluator;
import fovea.sample.ClassList;
import fovea.sample.ClassScores;
import fovea.sample.Labelling;
import fovea.sample.Sample;

import java.util.List;

/// Judges images by a score for each class.
abstract class ScoreEvaluator implements Evaluator {
    private final ClassList classes;
    private final Labelling labelling;

    ScoreEvaluator(ClassList classes, Labelling labelling) {
        this.classes = classes;
        this.labelling = labelling;
    }

    final ClassList classes() {
        return classes;
    }

    final Labelling labelling() {
        return labelling;
    }

    /// Takes one image: the classes it shows and its scores, which are the evaluator's from now on.
    abstract void add(List<Integer> truth, double[] scores);

    @Override
    public final void add(Sample sample) {
        List<Float> scores =
                sample.predictions().stream()
                        .filter(ClassScores.class::isInstance)
                        .map(ClassScores.class::cast)
                        .map(ClassScores::scores)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                sample.id() + " has no predicted scores"));
        if (scores.size() != classes.size()) {
            throw new IllegalArgumentException(
                    "%s has %d scores for %d classes"
                            .formatted(sample.id(), scores.size(), classes.size()));
        }
        add(
                Labels.of(sample, labelling, classes.size()),
                scores.stream().mapToDouble(Float::doubleValue).toArray());
    }

    /// How many classes score better; of equal scores, the lower index is better.
    static int rank(double[] scores, int index) {
        int rank = 0;
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > scores[index] || (scores[i] == scores[index] && i < index)) {
                rank++;
            }
        }
        return rank;
    }

    /// The class with the best score; the lowest index wins a tie.
    static int best(double[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                best = i;
            }
        }
        return best;
    }

    /// Compared as float32, which is what scores are; false for NaN.
    static boolean exceeds(double score, double threshold) {
        return (float) score > (float) threshold;
    }
}
