package fovea.dataset.format;

import fovea.dataset.Dataset;
import fovea.problem.Problem;
import fovea.sample.ClassList;
import fovea.sample.Sample;

import java.util.List;

/// A dataset whose samples, but not their pixels, are in memory.
record ListedDataset(String name, ClassList classes, List<Sample> samples, List<Problem> problems)
        implements Dataset {
    ListedDataset {
        samples = List.copyOf(samples);
        problems = List.copyOf(problems);
    }

    @Override
    public int size() {
        return samples.size();
    }

    @Override
    public Sample sample(int index) {
        return samples.get(index);
    }
}
