package fovea.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The result of an evaluation.
///
/// @param values in the order in which they should be shown; NaN where a metric is undefined (no
///   samples)
/// @param primary the metric that decides which checkpoint is best
/// @param perClass the same class by class, where that makes sense
public record Evaluation(
        Map<Metric, Double> values,
        Metric primary,
        Optional<ConfusionMatrix> confusion,
        Optional<ClassTable> perClass) {
    public Evaluation {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Evaluation(
            Map<Metric, Double> values, Metric primary, Optional<ConfusionMatrix> confusion) {
        this(values, primary, confusion, Optional.empty());
    }

    public double value(Metric metric) {
        return values.getOrDefault(metric, Double.NaN);
    }

    /// The value of a metric by its key; NaN if there is none.
    public double value(String key) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().key().equals(key))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Double.NaN);
    }

    /// Both results as one. Where both have a value, a confusion matrix or a class table, this
    /// one's is kept, and so is its primary metric.
    public Evaluation and(Evaluation other) {
        Map<Metric, Double> joined = new LinkedHashMap<>(values);
        other.values.forEach(joined::putIfAbsent);
        return new Evaluation(
                joined, primary, confusion.or(other::confusion), perClass.or(other::perClass));
    }
}
