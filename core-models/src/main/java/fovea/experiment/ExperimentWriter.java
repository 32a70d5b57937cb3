package fovea.experiment;

import fovea.component.Component;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Writes experiments and components as YAML with every field spelt out. Reading it gives an equal
/// record.
public final class ExperimentWriter {
    private static final String INDENT = "  ";
    private static final Set<String> SPECIAL =
            Set.of("null", "none", "true", "false", "yes", "no", "on", "off", "y", "n");

    private ExperimentWriter() {}

    /// An experiment, or any record that is not a component of a kind, as a map of its fields; a
    /// component as a map that begins with its `type`.
    ///
    /// @throws IllegalArgumentException if a number is infinite or NaN
    public static String format(Component component) {
        Class<? extends Record> type = component.getClass().asSubclass(Record.class);
        boolean hasKind = !CatalogEntry.kinds(type).isEmpty();
        FieldType written =
                hasKind ? new FieldType.KindOf(Component.class) : new FieldType.RecordOf(type);
        return text(component, written) + "\n";
    }

    /// A value of a type, without a line end after its last line.
    static String text(Object value, FieldType type) {
        return String.join("\n", lines(value, type));
    }

    private static List<String> lines(Object value, FieldType type) {
        return switch (type) {
            case FieldType.Flag _, FieldType.IntNumber _, FieldType.LongNumber _ ->
                    List.of(value.toString());
            case FieldType.RealNumber _ -> List.of(number((Double) value));
            case FieldType.Text _ -> List.of(quoted((String) value));
            case FieldType.Choice _ -> List.of(FieldType.name((Enum<?>) value));
            case FieldType.ListOf l -> list((List<?>) value, l.element());
            case FieldType.OptionalOf o ->
                    ((Optional<?>) value)
                            .map(present -> lines(present, o.element()))
                            .orElse(List.of("none"));
            case FieldType.RecordOf _ -> fields((Record) value);
            case FieldType.KindOf _ -> component((Record) value);
        };
    }

    private static List<String> component(Record value) {
        List<String> lines = new ArrayList<>();
        lines.add(Binder.TYPE + ": " + ComponentInfo.nameOf(value.getClass()));
        if (value.getClass().getRecordComponents().length > 0) {
            lines.addAll(fields(value));
        }
        return lines;
    }

    private static List<String> fields(Record value) {
        List<String> lines = new ArrayList<>();
        for (FieldInfo field : FieldInfo.of(value.getClass())) {
            Object content = field.value(value);
            List<String> inner = lines(content, field.type());
            if (isInline(content, field.type())) {
                lines.add(field.name() + ": " + inner.getFirst());
            } else {
                lines.add(field.name() + ":");
                inner.forEach(line -> lines.add(INDENT + line));
            }
        }
        return lines.isEmpty() ? List.of("{}") : lines;
    }

    private static List<String> list(List<?> values, FieldType element) {
        if (values.stream().allMatch(value -> isInline(value, element))) {
            List<String> items = values.stream().map(value -> text(value, element)).toList();
            return List.of("[" + String.join(", ", items) + "]");
        }
        List<String> lines = new ArrayList<>();
        for (Object value : values) {
            List<String> inner = lines(value, element);
            lines.add("- " + inner.getFirst());
            inner.stream().skip(1).forEach(line -> lines.add(INDENT + line));
        }
        return lines;
    }

    private static boolean isInline(Object value, FieldType type) {
        return switch (type) {
            case FieldType.Flag _,
                    FieldType.IntNumber _,
                    FieldType.LongNumber _,
                    FieldType.RealNumber _,
                    FieldType.Text _,
                    FieldType.Choice _ ->
                    true;
            case FieldType.ListOf l ->
                    ((List<?>) value).stream().allMatch(item -> isInline(item, l.element()));
            case FieldType.OptionalOf o ->
                    ((Optional<?>) value)
                            .map(present -> isInline(present, o.element()))
                            .orElse(true);
            case FieldType.RecordOf r -> r.type().getRecordComponents().length == 0;
            case FieldType.KindOf _ -> false;
        };
    }

    /// A number in the digits that give the same double when read, whatever the language.
    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " cannot be part of an experiment");
        }
        double size = Math.abs(value);
        if (size < 1e-4 || size >= 1e15) {
            return Double.valueOf(value).equals(0.0)
                    ? "0"
                    : Double.toString(value).replace(".0E", "E").replace("E", "e");
        }
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    private static String quoted(String text) {
        if (text.matches("(\\.{0,2}/)*[A-Za-z][A-Za-z0-9_./-]*")
                && !SPECIAL.contains(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> quoted.append(escaped(c)));
        return quoted.append('"').toString();
    }

    private static String escaped(int c) {
        if (c == '"' || c == '\\') {
            return "\\" + (char) c;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED ->
                    "\\U%08X".formatted(c);
            default -> Character.toString(c);
        };
    }
}
