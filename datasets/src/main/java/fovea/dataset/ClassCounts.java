package fovea.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How many samples show each class.
///
/// @param counts by class index; a sample with several labels counts in each
/// @param unlabelled samples without any class
public record ClassCounts(List<Integer> counts, int unlabelled) {
    public ClassCounts {
        counts = List.copyOf(counts);
    }

    public static ClassCounts of(Dataset dataset) {
        List<Integer> counts = new ArrayList<>(Collections.nCopies(dataset.classes().size(), 0));
        int unlabelled = 0;
        for (int i = 0; i < dataset.size(); i++) {
            List<Integer> labels = dataset.sample(i).labels();
            labels.forEach(label -> counts.set(label, counts.get(label) + 1));
            unlabelled += labels.isEmpty() ? 1 : 0;
        }
        return new ClassCounts(counts, unlabelled);
    }
}
