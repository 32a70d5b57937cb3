package fovea.app.form;

import fovea.experiment.ComponentInfo;
import fovea.experiment.FieldInfo;
import fovea.experiment.FieldType;

import java.util.List;
import java.util.Optional;

/// Finds values in a tree of records by paths such as `optimizer.lr` and `data.augment.0.padding`.
final class Paths {
    static final String TYPE = "type";

    private Paths() {}

    static String join(String owner, String step) {
        return owner.isEmpty() ? step : owner + "." + step;
    }

    /// The value at a path; empty if there is none or if the value is an empty `Optional`.
    static Optional<Object> value(Object root, String path) {
        Optional<Object> value = Optional.of(root);
        if (path.isEmpty()) {
            return value;
        }
        for (String step : path.split("\\.")) {
            value = value.flatMap(owner -> step(owner, step));
        }
        return value;
    }

    private static Optional<Object> step(Object owner, String step) {
        Optional<Object> found =
                switch (owner) {
                    case List<?> list -> item(list, step);
                    case Record r when step.equals(TYPE) ->
                            Optional.of(ComponentInfo.nameOf(r.getClass()));
                    case Record r -> field(r, step).map(field -> field.value(r));
                    default -> Optional.empty();
                };
        return found.flatMap(
                value -> value instanceof Optional<?> o ? o.map(v -> v) : Optional.of(value));
    }

    private static Optional<Object> item(List<?> list, String step) {
        int index = step.matches("\\d{1,9}") ? Integer.parseInt(step) : -1;
        return index >= 0 && index < list.size() ? Optional.of(list.get(index)) : Optional.empty();
    }

    static Optional<FieldInfo> field(Record owner, String name) {
        return FieldInfo.of(owner.getClass()).stream()
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    /// The value at a path as a user would type it: texts as they are, all else as in YAML.
    static Optional<String> text(Object root, String path) {
        int dot = path.lastIndexOf('.');
        String last = path.substring(dot + 1);
        return value(root, dot < 0 ? "" : path.substring(0, dot))
                .filter(Record.class::isInstance)
                .map(Record.class::cast)
                .flatMap(
                        owner ->
                                last.equals(TYPE)
                                        ? Optional.of(ComponentInfo.nameOf(owner.getClass()))
                                        : field(owner, last).map(field -> text(owner, field)));
    }

    private static String text(Record owner, FieldInfo field) {
        return switch (field.type()) {
            case FieldType.Text _ -> (String) field.value(owner);
            case FieldType.OptionalOf _ when ((Optional<?>) field.value(owner)).isEmpty() -> "";
            case FieldType.OptionalOf o when o.element() instanceof FieldType.Text ->
                    (String) ((Optional<?>) field.value(owner)).orElseThrow();
            default -> field.text(owner);
        };
    }
}
