package fovea.evaluation;

import fovea.sample.ClassScores;
import fovea.sample.Labelling;
import fovea.sample.Sample;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds the samples that a model gets wrong with the most confidence. They are where wrong labels
/// and missing variety of the training data show first.
public final class WorstMistakes {
    /// Keeps the loss of a score of 0 finite, so that such samples still differ.
    private static final double LEAST = 1e-12;

    private WorstMistakes() {}

    /// For images of one class each.
    public static List<Mistake> of(List<Sample> predictions, int count) {
        return of(predictions, Labelling.SINGLE_LABEL, count);
    }

    /// At most `count` wrong samples, highest loss first, then by id. Samples without predictions
    /// or, for one class an image, without exactly one label, are left out. Wrong means: the best
    /// class isn't the true one, or, for several, a score lies on the wrong side of 0.5.
    public static List<Mistake> of(List<Sample> predictions, Labelling labelling, int count) {
        Comparator<Mistake> worstFirst = Comparator.comparingDouble(Mistake::loss).reversed();
        return predictions.stream()
                .flatMap(sample -> mistake(sample, labelling))
                .sorted(worstFirst.thenComparing(mistake -> mistake.sample().id()))
                .limit(count)
                .toList();
    }

    private static Stream<Mistake> mistake(Sample sample, Labelling labelling) {
        List<Integer> truth = sample.labels();
        if (labelling == Labelling.SINGLE_LABEL && truth.size() != 1) {
            return Stream.empty();
        }
        return sample.predictions().stream()
                .filter(ClassScores.class::isInstance)
                .map(ClassScores.class::cast)
                .limit(1)
                .map(
                        scores ->
                                new Mistake(
                                        sample, scores, labelling, loss(truth, scores, labelling)))
                .filter(candidate -> !candidate.predicted().equals(truth));
    }

    private static double loss(List<Integer> truth, ClassScores scores, Labelling labelling) {
        return switch (labelling) {
            case SINGLE_LABEL -> surprise(scores.scores().get(truth.getFirst()));
            case MULTI_LABEL ->
                    IntStream.range(0, scores.scores().size())
                            .mapToDouble(
                                    i -> {
                                        double score = scores.scores().get(i);
                                        return surprise(truth.contains(i) ? score : 1 - score);
                                    })
                            .average()
                            .orElse(0);
        };
    }

    private static double surprise(double score) {
        return -Math.log(Math.max(score, LEAST));
    }
}
