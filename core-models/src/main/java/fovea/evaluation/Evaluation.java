package fovea.evaluation;

import java.util.Map;
import java.util.Optional;

/// The result of an evaluation.
///
/// @param values in the order in which they should be shown; NaN where a metric is undefined (a
///   class without samples)
/// @param primary the metric that decides which checkpoint is best
public record Evaluation(
        Map<Metric, Double> values, Metric primary, Optional<ConfusionMatrix> confusion) {
    public Evaluation {
        values = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(values));
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
}
