package fovea.classification;

import fovea.sample.ClassList;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Scores and labels whose metrics were computed with scikit-learn 1.9.1; the numbers stand in the
/// tests.
///
/// @param scores thousandths or hundredths, so that they survive being written as text
record ReferenceData(ClassList classes, List<List<Double>> scores, List<List<Integer>> labels) {
    /// 60 images, 6 classes of which the last is never true; every image whose index is not
    /// divisible by 3 has the score of its true class raised by 0.4.
    static ReferenceData singleLabel() {
        Noise noise = new Noise(7);
        List<List<Double>> scores = scores(60, 6, () -> noise.next() / 1000.0);
        List<List<Integer>> labels = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            int label = noise.next() % 5;
            labels.add(List.of(label));
            if (i % 3 != 0) {
                raise(scores.get(i), label, 0.4, 1000);
            }
        }
        return new ReferenceData(classes(6), scores, labels);
    }

    /// 50 images, 5 classes of which the last is never true, 8 images without any class; scores on
    /// a grid of 0.02, so that many are equal, raised by 0.3 for what is true of every second
    /// image.
    static ReferenceData multiLabel() {
        Noise noise = new Noise(11);
        List<List<Double>> scores = scores(50, 5, () -> Math.floorDiv(noise.next(), 20) / 50.0);
        List<List<Integer>> labels = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            List<Integer> shown = new ArrayList<>();
            for (int k = 0; k < 5; k++) {
                if (noise.next() % 3 == 0 && k < 4) {
                    shown.add(k);
                }
            }
            labels.add(shown);
            if (i % 2 == 1) {
                List<Double> row = scores.get(i);
                shown.forEach(k -> raise(row, k, 0.3, 100));
            }
        }
        return new ReferenceData(classes(5), scores, labels);
    }

    private static List<List<Double>> scores(
            int images, int classes, java.util.function.DoubleSupplier next) {
        List<List<Double>> scores = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            List<Double> row = new ArrayList<>();
            for (int k = 0; k < classes; k++) {
                row.add(next.getAsDouble());
            }
            scores.add(row);
        }
        return scores;
    }

    private static void raise(List<Double> scores, int index, double by, int grid) {
        double raised = Math.min(1, scores.get(index) + by);
        scores.set(index, (double) Math.round(raised * grid) / grid);
    }

    private static ClassList classes(int count) {
        return new ClassList(IntStream.range(0, count).mapToObj(i -> "class " + i).toList());
    }
}
