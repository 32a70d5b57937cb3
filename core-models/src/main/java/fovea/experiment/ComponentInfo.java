package fovea.experiment;

import fovea.component.Component;
import fovea.component.Help;
import fovea.component.Named;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is known of a component in one of the kinds it can stand for.
///
/// @param name what `type` says in YAML
/// @param kind the interface it implements: `Transform`, `Backbone`, `Schedule` …
/// @param help what it is, with its paper; empty if the record gives none
public record ComponentInfo(
        String name,
        Class<? extends Component> kind,
        Class<? extends Record> type,
        String help,
        List<FieldInfo> fields) {
    public ComponentInfo {
        fields = List.copyOf(fields);
    }

    static ComponentInfo of(Class<? extends Component> kind, Class<? extends Record> type) {
        return new ComponentInfo(nameOf(type), kind, type, helpOf(type), FieldInfo.of(type));
    }

    /// The kind's name: `batch-transform`.
    public String kindName() {
        return nameOf(kind);
    }

    /// The name of a component class or of a kind: its [Named], or its simple name in kebab case.
    public static String nameOf(Class<?> type) {
        Named named = type.getAnnotation(Named.class);
        return named != null ? named.value() : kebab(type.getSimpleName());
    }

    static String helpOf(Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(Help.class)).map(Help::value).orElse("");
    }

    /// `RandomFlip` and `randomFlip` are `random-flip`, `IoULoss` is `io-u-loss`.
    static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
