package fovea.experiment;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What is known of a component's field.
///
/// @param name as it is written in YAML, which is as the record declares it
/// @param help one sentence for the person who sets it; empty if the record gives none
/// @param defaultText the value of a field that is left out, in YAML; empty if it must be given
/// @param bounds what the number, or each number of a list, must lie in
public record FieldInfo(
        String name, FieldType type, String help, Optional<String> defaultText, Bounds bounds) {
    /// A closed interval.
    ///
    /// @param min −∞ if there is none
    /// @param max +∞ if there is none
    public record Bounds(double min, double max) {
        /// No limit.
        static final Bounds NONE = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        boolean contains(double value) {
            return value >= min && value <= max;
        }

        /// In words: `0 to 1`, `at least 1`.
        @Override
        public String toString() {
            if (min == Double.NEGATIVE_INFINITY) {
                return max == Double.POSITIVE_INFINITY
                        ? "any number"
                        : "at most " + ExperimentWriter.number(max);
            }
            String least = ExperimentWriter.number(min);
            return max == Double.POSITIVE_INFINITY
                    ? "at least " + least
                    : least + " to " + ExperimentWriter.number(max);
        }
    }

    /// The fields of a record, in order.
    ///
    /// @throws IllegalArgumentException if a component may not have such a field
    public static List<FieldInfo> of(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents()).map(FieldInfo::of).toList();
    }

    private static FieldInfo of(RecordComponent field) {
        Range range = field.getAnnotation(Range.class);
        return new FieldInfo(
                field.getName(),
                FieldType.of(field.getGenericType()),
                Optional.ofNullable(field.getAnnotation(Help.class)).map(Help::value).orElse(""),
                Optional.ofNullable(field.getAnnotation(Default.class)).map(Default::value),
                range == null ? Bounds.NONE : new Bounds(range.min(), range.max()));
    }

    /// Least value of the number, or of each number of a list; −∞ if there is none.
    public double min() {
        return bounds.min();
    }

    /// Greatest value of the number, or of each number of a list; +∞ if there is none.
    public double max() {
        return bounds.max();
    }

    /// The field's value in a record that has it.
    public Object value(Record owner) {
        return Records.value(owner, name);
    }

    /// The field's value as it is written in YAML; a record or a list of records takes several
    /// lines.
    public String text(Record owner) {
        return ExperimentWriter.text(value(owner), type);
    }
}
