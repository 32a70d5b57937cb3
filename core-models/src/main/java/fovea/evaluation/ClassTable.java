package fovea.evaluation;

import fovea.sample.ClassList;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an evaluation says of each class: columns in the order in which they should be shown, each
/// with one value a class. Keys end in `_classwise` as in MMPretrain:
/// `single-label/precision_classwise`.
public record ClassTable(ClassList classes, Map<Metric, List<Double>> columns) {
    public ClassTable {
        Map<Metric, List<Double>> copy = new LinkedHashMap<>();
        columns.forEach((metric, values) -> copy.put(metric, List.copyOf(values)));
        for (Map.Entry<Metric, List<Double>> column : copy.entrySet()) {
            if (column.getValue().size() != classes.size()) {
                throw new IllegalArgumentException(
                        column.getKey().key() + " needs one value for each class");
            }
        }
        columns = Collections.unmodifiableMap(copy);
    }

    /// The values of a column by its key; empty if there is none.
    public List<Double> column(String key) {
        return columns.entrySet().stream()
                .filter(entry -> entry.getKey().key().equals(key))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(List.of());
    }
}
