package fovea.app.cli;

import fovea.evaluation.Evaluation;
import fovea.evaluation.Metric;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/// Prints evaluations.
final class Evaluations {
    private Evaluations() {}

    static void print(Evaluation evaluation, Output output) {
        if (output.json()) {
            output.json(values(evaluation));
        } else {
            evaluation
                    .values()
                    .forEach(
                            (metric, value) ->
                                    output.line("%-36s %s", metric.key(), text(metric, value)));
        }
    }

    /// Values by key; an undefined one is null.
    static Map<String, @Nullable Double> values(Evaluation evaluation) {
        Map<String, @Nullable Double> values = new LinkedHashMap<>();
        evaluation
                .values()
                .forEach((metric, value) -> values.put(metric.key(), value.isNaN() ? null : value));
        return values;
    }

    private static String text(Metric metric, double value) {
        return Double.isNaN(value)
                ? "undefined"
                : "%.4f %s".formatted(value, metric.unit()).strip();
    }
}
