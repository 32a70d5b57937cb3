package fovea.app.errors;

import fovea.evaluation.ConfusionMatrix;
import fovea.problem.InvalidInputException;
import fovea.run.RunPredictions;
import fovea.sample.ClassList;
import fovea.sample.Sample;
import fovea.training.TrainEvent;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a validation found.
///
/// @param judged pictures of one class each, the most confident mistake first, then the right ones
record EpochErrors(
        TrainEvent.Validated event,
        ClassList classes,
        ConfusionMatrix confusion,
        List<Judged> judged) {
    EpochErrors {
        judged = List.copyOf(judged);
    }

    /// Reads the predictions of a validation; blocks.
    ///
    /// @throws InvalidInputException if they cannot be read, or belong to other data
    static EpochErrors read(TrainEvent.Validated event, RunSamples samples) {
        RunPredictions predictions =
                RunPredictions.read(samples.run().root().resolve(event.predictions()));
        List<Judged> judged =
                predictions.rows().stream()
                        .filter(row -> row.labels().size() == 1)
                        .flatMap(row -> judged(row, samples).stream())
                        .sorted(
                                Comparator.comparing(Judged::correct)
                                        .thenComparing(
                                                Comparator.comparingDouble(Judged::confidence)
                                                        .reversed()))
                        .toList();
        if (judged.isEmpty() && !predictions.rows().isEmpty()) {
            throw InvalidInputException.of(
                    samples.run().name(),
                    "none of the images that were predicted is in the validation data of one"
                            + " class an image",
                    "put the data back as it was when the run was trained");
        }
        return new EpochErrors(
                event,
                predictions.classes(),
                confusion(predictions.classes().size(), judged),
                judged);
    }

    private static Optional<Judged> judged(RunPredictions.Row row, RunSamples samples) {
        Optional<Sample> sample = samples.find(row.image());
        return sample.map(found -> new Judged(found, row.labels().getFirst(), row.scores()));
    }

    private static ConfusionMatrix confusion(int classes, List<Judged> judged) {
        Integer[][] counts = new Integer[classes][classes];
        for (Integer[] row : counts) {
            Arrays.fill(row, 0);
        }
        judged.forEach(each -> counts[each.truth()][each.predicted()]++);
        return new ConfusionMatrix(
                IntStream.range(0, classes).mapToObj(i -> List.of(counts[i])).toList());
    }

    /// The pictures of a cell; without one, all mistakes.
    List<Judged> shown(Optional<Cell> cell) {
        return judged.stream()
                .filter(
                        each ->
                                cell.map(
                                                c ->
                                                        each.truth() == c.truth()
                                                                && each.predicted()
                                                                        == c.predicted())
                                        .orElse(!each.correct()))
                .toList();
    }

    double metric(String key) {
        return event.metrics().getOrDefault(key, Double.NaN);
    }
}
