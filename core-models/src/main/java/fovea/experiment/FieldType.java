package fovea.experiment;

import fovea.component.Component;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a field of a component can hold: how it is written in YAML and which control edits it.
public sealed interface FieldType {
    /// `true` or `false`.
    record Flag() implements FieldType {}

    /// An `int`.
    record IntNumber() implements FieldType {}

    /// A `long`.
    record LongNumber() implements FieldType {}

    /// A `double`; never infinite or NaN in YAML.
    record RealNumber() implements FieldType {}

    /// Any text.
    record Text() implements FieldType {}

    /// A constant of an enum.
    record Choice(Class<? extends Enum<?>> type) implements FieldType {
        /// The constants as they are written: `SHORT_SIDE` is `short-side`.
        public List<String> names() {
            return Arrays.stream(type.getEnumConstants()).map(FieldType::name).toList();
        }

        /// The constant of a written name.
        Optional<? extends Enum<?>> constant(String name) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> name(constant).equals(name))
                    .findFirst();
        }
    }

    /// A list.
    record ListOf(FieldType element) implements FieldType {}

    /// A value or `none`.
    record OptionalOf(FieldType element) implements FieldType {}

    /// A record of this very class, written as a map of its fields.
    record RecordOf(Class<? extends Record> type) implements FieldType {}

    /// Any component of a kind, chosen by `type`.
    record KindOf(Class<? extends Component> kind) implements FieldType {}

    /// How an enum constant is written in YAML.
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The type of a record field.
    ///
    /// @throws IllegalArgumentException if components may not have such fields
    static FieldType of(Type type) {
        return switch (type) {
            case Class<?> c -> ofClass(c);
            case ParameterizedType p when p.getRawType() == List.class ->
                    new ListOf(of(p.getActualTypeArguments()[0]));
            case ParameterizedType p when p.getRawType() == Optional.class ->
                    new OptionalOf(of(p.getActualTypeArguments()[0]));
            default -> throw unsupported(type);
        };
    }

    private static FieldType ofClass(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return new Flag();
        }
        if (type == int.class || type == Integer.class) {
            return new IntNumber();
        }
        if (type == long.class || type == Long.class) {
            return new LongNumber();
        }
        if (type == double.class || type == Double.class) {
            return new RealNumber();
        }
        if (type == String.class) {
            return new Text();
        }
        return ofDeclared(type);
    }

    @SuppressWarnings("unchecked") // isEnum says that it is one
    private static FieldType ofDeclared(Class<?> type) {
        if (type.isEnum()) {
            return new Choice((Class<? extends Enum<?>>) type);
        }
        if (type.isRecord()) {
            return new RecordOf(type.asSubclass(Record.class));
        }
        if (type.isInterface() && Component.class.isAssignableFrom(type)) {
            return new KindOf(type.asSubclass(Component.class));
        }
        throw unsupported(type);
    }

    private static IllegalArgumentException unsupported(Type type) {
        return new IllegalArgumentException(
                "a field of a component cannot be a "
                        + type.getTypeName()
                        + "; use boolean, int, long, double, String, an enum, a record, a kind of"
                        + " component, or a List or Optional of these");
    }
}
