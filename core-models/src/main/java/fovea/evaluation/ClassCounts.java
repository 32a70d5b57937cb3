package fovea.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Counts, class by class, what was predicted, what is true, and where both agree.
public final class ClassCounts {
    private final long[] correct;
    private final long[] predicted;
    private final long[] actual;

    public ClassCounts(int classes) {
        correct = new long[classes];
        predicted = new long[classes];
        actual = new long[classes];
    }

    /// Takes one sample: the classes predicted for it and the classes it shows, each without
    /// repetition.
    public void add(List<Integer> predictedClasses, List<Integer> trueClasses) {
        for (int index : predictedClasses) {
            predicted[index]++;
            if (trueClasses.contains(index)) {
                correct[index]++;
            }
        }
        for (int index : trueClasses) {
            actual[index]++;
        }
    }

    public List<PrecisionRecall> perClass() {
        return IntStream.range(0, actual.length)
                .mapToObj(i -> PrecisionRecall.of(correct[i], predicted[i], actual[i]))
                .toList();
    }

    /// The mean of the classes.
    public PrecisionRecall macro() {
        return PrecisionRecall.macro(perClass());
    }

    /// All classes thrown together.
    public PrecisionRecall micro() {
        return PrecisionRecall.of(
                Arrays.stream(correct).sum(),
                Arrays.stream(predicted).sum(),
                Arrays.stream(actual).sum());
    }
}
