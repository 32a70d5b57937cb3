package fovea.classification;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Which scores of an image count as a predicted class.
sealed interface PositiveRule {
    /// The predicted classes, by index.
    List<Integer> positives(double[] scores);

    /// What MMPretrain appends to the keys.
    String suffix();

    /// Scores at or above a value, compared as float32.
    record Threshold(double value) implements PositiveRule {
        private static final double USUAL = 0.5;

        @Override
        public List<Integer> positives(double[] scores) {
            return IntStream.range(0, scores.length)
                    .filter(i -> (float) scores[i] >= (float) value)
                    .boxed()
                    .toList();
        }

        @Override
        public String suffix() {
            return value == USUAL ? "" : String.format(Locale.ROOT, "_thr-%.2f", value);
        }
    }

    /// The best `k`; of equal scores, the lower index is better.
    record Best(int k) implements PositiveRule {
        @Override
        public List<Integer> positives(double[] scores) {
            return IntStream.range(0, scores.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -scores[i]))
                    .limit(k)
                    .toList();
        }

        @Override
        public String suffix() {
            return "_top" + k;
        }
    }
}
