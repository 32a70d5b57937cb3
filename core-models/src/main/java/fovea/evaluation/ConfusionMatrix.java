package fovea.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How often each true class (row) was taken for each class (column).
public record ConfusionMatrix(List<List<Integer>> counts) {
    public ConfusionMatrix {
        counts = counts.stream().map(List::copyOf).toList();
    }

    /// A matrix from counted rows.
    public static ConfusionMatrix of(int[][] rows) {
        return new ConfusionMatrix(
                Arrays.stream(rows).map(row -> Arrays.stream(row).boxed().toList()).toList());
    }

    public int classes() {
        return counts.size();
    }

    public int count(int truth, int predicted) {
        return counts.get(truth).get(predicted);
    }

    /// Number of samples whose true class this is.
    public int support(int truth) {
        return counts.get(truth).stream().mapToInt(Integer::intValue).sum();
    }

    public int total() {
        return IntStream.range(0, classes()).map(this::support).sum();
    }

    /// Number of samples on the diagonal.
    public int correct() {
        return IntStream.range(0, classes()).map(i -> count(i, i)).sum();
    }
}
