package fovea.app.cli;

import fovea.experiment.ComponentInfo;
import fovea.experiment.FieldInfo;
import fovea.experiment.FieldType;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A field of an experiment as `fovea components` shows it.
///
/// @param path as `--set` takes it: `data.input.width`
record FieldNotes(String path, FieldInfo field) {
    /// The fields of a record, those of records inside it by their paths.
    static List<FieldNotes> of(List<FieldInfo> fields) {
        return of("", fields).toList();
    }

    private static Stream<FieldNotes> of(String prefix, List<FieldInfo> fields) {
        return fields.stream()
                .flatMap(
                        field -> {
                            String path = prefix + field.name();
                            return field.type() instanceof FieldType.RecordOf inner
                                    ? of(path + ".", FieldInfo.of(inner.type()))
                                    : Stream.of(new FieldNotes(path, field));
                        });
    }

    /// Help, what it can be, and what it is when left out.
    String text() {
        boolean bounded = Double.isFinite(field.min()) || Double.isFinite(field.max());
        String bounds = bounded ? field.bounds().toString() : "";
        String absent = field.defaultText().map(text -> "default " + text).orElse("required");
        return Stream.of(field.help(), choices(), bounds, absent)
                .filter(note -> !note.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /// The words or components that can stand there; empty for a number or a text.
    String choices() {
        return choices(field.type());
    }

    private static String choices(FieldType type) {
        return switch (type) {
            case FieldType.Flag _ -> "true or false";
            case FieldType.Choice choice -> "one of " + String.join(", ", choice.names());
            case FieldType.KindOf kind -> "any " + ComponentInfo.nameOf(kind.kind());
            case FieldType.ListOf list -> listOf(choices(list.element()));
            case FieldType.OptionalOf optional -> choices(optional.element());
            case FieldType.IntNumber _, FieldType.LongNumber _, FieldType.RealNumber _ -> "";
            case FieldType.Text _, FieldType.RecordOf _ -> "";
        };
    }

    private static String listOf(String element) {
        return element.isEmpty() ? "a list" : "a list: " + element;
    }
}
