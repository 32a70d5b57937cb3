package fovea.training;

import fovea.dataset.DataLoader;
import fovea.dataset.Dataset;
import fovea.problem.Problem;
import fovea.sample.ClassList;

import java.util.List;
import java.util.stream.Stream;

/// What a run learns from and what it is judged by.
///
/// @param train makes the batches of the training part, shuffled
/// @param validation makes those of the validation part, in order
public record TrainingData(
        Dataset trainSet, DataLoader train, Dataset validationSet, DataLoader validation)
        implements AutoCloseable {
    public ClassList classes() {
        return trainSet.classes();
    }

    /// What was left out when the data was opened.
    List<Problem> problems() {
        return Stream.of(trainSet, validationSet)
                .flatMap(part -> part.problems().stream())
                .distinct()
                .toList();
    }

    @Override
    public void close() {
        train.close();
        validation.close();
    }
}
