package fovea.evaluation;

import fovea.sample.ClassScores;
import fovea.sample.Labelling;
import fovea.sample.Sample;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A sample and what was predicted for it.
///
/// @param sample with its truth
/// @param loss how bad it is, in nats; higher is worse
public record Mistake(Sample sample, ClassScores scores, Labelling labelling, double loss) {
    private static final double DECISION = 0.5;

    /// The classes that the scores amount to: the best one, or, where an image may show any number,
    /// those of at least 0.5.
    public List<Integer> predicted() {
        return switch (labelling) {
            case SINGLE_LABEL -> List.of(scores.best());
            case MULTI_LABEL ->
                    IntStream.range(0, scores.scores().size())
                            .filter(i -> scores.scores().get(i) >= DECISION)
                            .boxed()
                            .toList();
        };
    }

    /// The indices of the `k` best classes, best first; the lowest index wins a tie.
    public List<Integer> top(int k) {
        return IntStream.range(0, scores.scores().size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores.scores().get(i)))
                .limit(k)
                .toList();
    }
}
