package fovea.experiment;

import fovea.component.Component;
import fovea.problem.Problem;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Checks what a plugin lists.
final class CatalogEntry {
    private CatalogEntry() {}

    /// A component in each kind it can stand for; empty, with a problem, if it is not well formed.
    static List<ComponentInfo> of(
            Class<? extends Component> type, String plugin, List<Problem> problems) {
        List<ComponentInfo> entries = new ArrayList<>();
        try {
            if (!type.isRecord()) {
                throw new IllegalArgumentException("a component must be a record");
            }
            Class<? extends Record> shape = type.asSubclass(Record.class);
            checkFields(shape, new LinkedHashSet<>());
            kinds(type).forEach(kind -> entries.add(ComponentInfo.of(kind, shape)));
            if (entries.isEmpty()) {
                throw new IllegalArgumentException("a component must implement a kind");
            }
        } catch (IllegalArgumentException | TypeNotPresentException | LinkageError e) {
            problems.add(
                    new Problem(
                            "plugin " + plugin + ", " + type.getName(),
                            String.valueOf(e.getMessage()),
                            "ask the plugin's author"));
        }
        return entries;
    }

    /// The interfaces between a component and [Component], nearest first.
    static Set<Class<? extends Component>> kinds(Class<?> type) {
        Set<Class<? extends Component>> kinds = new LinkedHashSet<>();
        for (Class<?> parent : type.getInterfaces()) {
            if (Component.class.isAssignableFrom(parent) && parent != Component.class) {
                kinds.add(parent.asSubclass(Component.class));
                kinds.addAll(kinds(parent));
            }
        }
        return kinds;
    }

    private static void checkFields(
            Class<? extends Record> type, Set<Class<? extends Record>> seen) {
        if (!seen.add(type)) {
            return;
        }
        for (FieldInfo field : FieldInfo.of(type)) {
            if (field.name().equals(Binder.TYPE)) {
                throw new IllegalArgumentException("a field cannot be named 'type'");
            }
            checkType(field.type(), seen);
        }
    }

    private static void checkType(FieldType type, Set<Class<? extends Record>> seen) {
        switch (type) {
            case FieldType.RecordOf r -> checkFields(r.type(), seen);
            case FieldType.ListOf l -> checkType(l.element(), seen);
            case FieldType.OptionalOf o -> checkType(o.element(), seen);
            case FieldType.Flag _,
                    FieldType.IntNumber _,
                    FieldType.LongNumber _,
                    FieldType.RealNumber _,
                    FieldType.Text _,
                    FieldType.Choice _,
                    FieldType.KindOf _ -> {}
        }
    }

    /// Binds each default, so that a wrong one is found before someone leaves the field out.
    static void checkDefaults(
            Class<? extends Record> type, Catalog catalog, List<Problem> problems) {
        Findings findings = new Findings();
        Binder binder = new Binder(catalog, findings);
        for (FieldInfo field : FieldInfo.of(type)) {
            field.defaultText()
                    .flatMap(text -> TreeReader.read(text, type.getName(), findings))
                    .ifPresent(tree -> binder.field(tree, field, ""));
        }
        findings.problems().stream()
                .map(found -> new Problem(found.place(), found.cause(), "ask the plugin's author"))
                .forEach(problems::add);
    }
}
