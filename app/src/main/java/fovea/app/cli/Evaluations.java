package fovea.app.cli;

import fovea.evaluation.ClassTable;
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
            return;
        }
        evaluation
                .values()
                .forEach(
                        (metric, value) ->
                                output.line("%-36s %s", metric.key(), text(metric, value)));
        evaluation.perClass().ifPresent(table -> print(table, output));
    }

    private static void print(ClassTable table, Output output) {
        output.line("");
        table.columns()
                .forEach(
                        (metric, column) -> {
                            output.line("%s", metric.key());
                            for (int i = 0; i < column.size(); i++) {
                                output.line(
                                        "  %-34s %s",
                                        table.classes().name(i), text(metric, column.get(i)));
                            }
                        });
    }

    /// Values by key, values class by class in lists, the confusion matrix in rows; what is
    /// undefined is null.
    static Map<String, @Nullable Object> values(Evaluation evaluation) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        evaluation.values().forEach((metric, value) -> values.put(metric.key(), defined(value)));
        evaluation
                .perClass()
                .ifPresent(
                        table ->
                                table.columns()
                                        .forEach(
                                                (metric, column) ->
                                                        values.put(
                                                                metric.key(),
                                                                column.stream()
                                                                        .map(Evaluations::defined)
                                                                        .toList())));
        evaluation
                .confusion()
                .ifPresent(matrix -> values.put("confusion_matrix/result", matrix.counts()));
        return values;
    }

    private static @Nullable Double defined(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static String text(Metric metric, double value) {
        return Double.isNaN(value)
                ? "undefined"
                : metric.key().contains("support")
                        ? "%.0f".formatted(value)
                        : "%.4f %s".formatted(value, metric.unit()).strip();
    }
}
