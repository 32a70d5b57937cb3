package fovea.dataset;

import fovea.problem.Problem;
import fovea.sample.ClassList;
import fovea.sample.Sample;

import java.util.List;

/// Samples that are read when asked for, and their classes. Safe to read from several threads.
public interface Dataset {
    String name();

    ClassList classes();

    int size();

    /// The sample at an index from 0 to `size() - 1`; its pixels are not read yet.
    Sample sample(int index);

    /// Entries that were left out when the dataset was opened, each with file, cause and cure.
    default List<Problem> problems() {
        return List.of();
    }
}
