package fovea.app.errors;

import fovea.sample.ClassScores;
import fovea.sample.Sample;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A validation picture of one class with what the model made of it.
record Judged(Sample sample, int truth, ClassScores scores) {
    int predicted() {
        return scores.best();
    }

    boolean correct() {
        return predicted() == truth;
    }

    /// How sure the model was of what it said, 0 to 1.
    double confidence() {
        return score(predicted());
    }

    double score(int index) {
        return scores.scores().get(index);
    }

    /// Class indices, the highest score first.
    List<Integer> ranking() {
        return IntStream.range(0, scores.scores().size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -score(i)))
                .toList();
    }

    /// The three best classes, and the true one behind them if it is not among them.
    List<Integer> shortlist() {
        List<Integer> best = ranking().stream().limit(3).toList();
        return best.contains(truth)
                ? best
                : java.util.stream.Stream.concat(best.stream(), java.util.stream.Stream.of(truth))
                        .toList();
    }
}
