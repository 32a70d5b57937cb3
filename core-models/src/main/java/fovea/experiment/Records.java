package fovea.experiment;

import fovea.problem.InvalidInputException;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Makes records by their canonical constructor and reads their fields.
final class Records {
    private Records() {}

    /// @throws IllegalArgumentException if the record refuses the values, with its reason
    static Record make(Class<? extends Record> type, List<Object> values) {
        Class<?>[] parameters =
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        try {
            Constructor<? extends Record> canonical = type.getDeclaredConstructor(parameters);
            canonical.setAccessible(true);
            return canonical.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            throw refusal(type, Objects.requireNonNullElse(e.getCause(), e));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type.getName(), e);
        }
    }

    private static IllegalArgumentException refusal(Class<?> type, Throwable cause) {
        return switch (cause) {
            case IllegalArgumentException e -> e;
            case InvalidInputException e -> new IllegalArgumentException(e.getMessage(), e);
            case Error e -> throw e;
            default ->
                    new IllegalArgumentException(type.getName() + " failed with " + cause, cause);
        };
    }

    static Object value(Record owner, String field) {
        for (RecordComponent component : owner.getClass().getRecordComponents()) {
            if (component.getName().equals(field)) {
                return value(owner, component);
            }
        }
        throw new IllegalArgumentException(owner.getClass().getName() + " has no field " + field);
    }

    private static Object value(Record owner, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
