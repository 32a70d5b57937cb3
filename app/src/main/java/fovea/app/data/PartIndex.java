package fovea.app.data;

import fovea.app.jobs.Control;
import fovea.dataset.Dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// One part of a dataset with what each sample shows, so that filtering need not ask again.
///
/// @param classesOf for each sample its classes
/// @param counts for each class how many samples show it
record PartIndex(
        String part, Dataset dataset, List<List<Integer>> classesOf, List<Integer> counts) {

    /// Goes through all samples, without their pixels; blocks.
    static PartIndex of(String part, Dataset dataset, Control control) {
        List<List<Integer>> classesOf = new ArrayList<>(dataset.size());
        int[] counts = new int[dataset.classes().size()];
        for (int i = 0; i < dataset.size(); i++) {
            control.check();
            control.report(i, dataset.size());
            List<Integer> classes = dataset.sample(i).labels();
            classesOf.add(classes);
            classes.forEach(c -> counts[c]++);
        }
        return new PartIndex(part, dataset, classesOf, IntStream.of(counts).boxed().toList());
    }

    /// The indices of the samples that show any of the classes; all samples for no class.
    List<Integer> showing(Set<Integer> classes) {
        return IntStream.range(0, dataset.size())
                .filter(
                        i ->
                                classes.isEmpty()
                                        || classesOf.get(i).stream().anyMatch(classes::contains))
                .boxed()
                .toList();
    }
}
