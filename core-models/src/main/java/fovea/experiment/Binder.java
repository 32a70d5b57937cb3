package fovea.experiment;

import fovea.component.Component;
import fovea.experiment.FieldInfo.Bounds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes records of a [Tree]. What is wrong goes to the findings, and the result is empty.
final class Binder {
    /// The key that names a component.
    static final String TYPE = "type";

    private static final int DEEPEST = 50;

    private final Catalog catalog;
    private final Findings findings;

    Binder(Catalog catalog, Findings findings) {
        this.catalog = catalog;
        this.findings = findings;
    }

    /// A field's value.
    ///
    /// @param owner the path of the record that has the field
    Optional<Object> field(Tree tree, FieldInfo field, String owner) {
        return value(tree, field.type(), field.bounds(), join(owner, field.name()));
    }

    /// A value.
    ///
    /// @param path where it stands in the experiment
    Optional<Object> value(Tree tree, FieldType type, Bounds bounds, String path) {
        if (path.chars().filter(c -> c == '.').count() > DEEPEST) {
            return fail(tree, path, "this is nested too deep", "flatten it");
        }
        Scalars scalars = new Scalars(findings, path);
        return switch (type) {
            case FieldType.Flag _ -> scalars.flag(tree);
            case FieldType.IntNumber _ -> scalars.integer(tree, bounds);
            case FieldType.LongNumber _ -> scalars.longInteger(tree, bounds);
            case FieldType.RealNumber _ -> scalars.real(tree, bounds);
            case FieldType.Text _ -> scalars.text(tree);
            case FieldType.Choice c -> scalars.choice(tree, c);
            case FieldType.ListOf l -> list(tree, l, bounds, path);
            case FieldType.OptionalOf o -> optional(tree, o, bounds, path);
            case FieldType.RecordOf r -> record(tree, r.type(), path);
            case FieldType.KindOf k -> component(tree, k.kind(), path);
        };
    }

    private Optional<Object> list(Tree tree, FieldType.ListOf type, Bounds bounds, String path) {
        if (!(tree instanceof Tree.Items items)) {
            return fail(tree, path, "this is not a list", "write [a, b], or - before each line");
        }
        List<Optional<Object>> values = new ArrayList<>();
        for (Tree item : items.items()) {
            String place = join(path, String.valueOf(values.size()));
            values.add(value(item, type.element(), bounds, place));
        }
        return all(values).map(found -> found);
    }

    private Optional<Object> optional(
            Tree tree, FieldType.OptionalOf type, Bounds bounds, String path) {
        if (tree instanceof Tree.Scalar scalar && scalar.isNone()) {
            return Optional.of(Optional.empty());
        }
        return value(tree, type.element(), bounds, path).map(Optional::of);
    }

    private Optional<Object> record(Tree tree, Class<? extends Record> type, String path) {
        if (!(tree instanceof Tree.Entries map)) {
            String names =
                    String.join(", ", FieldInfo.of(type).stream().map(FieldInfo::name).toList());
            return fail(tree, path, "this must be a map of fields", "fields: " + names);
        }
        return construct(type, tree, map.entries(), path);
    }

    private Optional<Object> component(Tree tree, Class<? extends Component> kind, String path) {
        Map<String, Tree.Entry> fields =
                switch (tree) {
                    case Tree.Entries map -> new LinkedHashMap<>(map.entries());
                    case Tree.Scalar name -> Map.of(TYPE, new Tree.Entry(name.place(), name));
                    case Tree.Items _ -> Map.of();
                };
        if (!(fields.get(TYPE) instanceof Tree.Entry(_, Tree.Scalar name)) || name.isEmpty()) {
            return fail(
                    tree,
                    path,
                    "nothing says which " + ComponentInfo.nameOf(kind) + " this is",
                    "add type: NAME; known: " + String.join(", ", names(kind)));
        }
        Optional<ComponentInfo> info = catalog.find(kind, name.text());
        if (info.isEmpty()) {
            return fail(
                    name,
                    path,
                    "unknown " + ComponentInfo.nameOf(kind) + " '" + name.text() + "'",
                    Suggestions.of(name.text(), names(kind)));
        }
        Map<String, Tree.Entry> given = new LinkedHashMap<>(fields);
        given.remove(TYPE);
        return construct(info.get().type(), tree, given, path);
    }

    private List<String> names(Class<? extends Component> kind) {
        return catalog.components(kind).stream().map(ComponentInfo::name).toList();
    }

    private Optional<Object> construct(
            Class<? extends Record> type, Tree tree, Map<String, Tree.Entry> given, String path) {
        List<FieldInfo> fields = FieldInfo.of(type);
        Set<String> misspelt = new UnknownKeys(findings, fields).report(given, path);
        List<Optional<Object>> values = new ArrayList<>();
        for (FieldInfo field : fields) {
            Optional<Tree> value =
                    Optional.ofNullable(given.get(field.name())).map(Tree.Entry::value);
            if (value.isEmpty()) {
                value =
                        field.defaultText()
                                .flatMap(text -> TreeReader.read(text, tree.place(), findings));
            }
            if (value.isEmpty() && !misspelt.contains(field.name())) {
                fail(tree, path, "'" + field.name() + "' is missing", "add it: " + field.help());
            }
            values.add(value.flatMap(found -> field(found, field, path)));
        }
        boolean known = fields.stream().map(FieldInfo::name).toList().containsAll(given.keySet());
        return known
                ? all(values).flatMap(v -> make(type, v, blamed(tree, given), path))
                : Optional.empty();
    }

    /// Where a record that refuses its fields got the last of them: an override, if there is one.
    private static String blamed(Tree tree, Map<String, Tree.Entry> given) {
        return given.values().stream()
                .map(entry -> entry.value().place())
                .filter(place -> place.startsWith(Change.PLACE))
                .reduce((a, b) -> b)
                .orElse(tree.place());
    }

    private Optional<Object> make(
            Class<? extends Record> type, List<Object> values, String place, String path) {
        try {
            return Optional.of(Records.make(type, values));
        } catch (IllegalArgumentException e) {
            findings.add(place, path, String.valueOf(e.getMessage()), "");
            return Optional.empty();
        }
    }

    /// The values, if there are all of them.
    private static Optional<List<Object>> all(List<Optional<Object>> values) {
        List<Object> found = values.stream().flatMap(Optional::stream).toList();
        return found.size() == values.size() ? Optional.of(found) : Optional.empty();
    }

    private Optional<Object> fail(Tree tree, String path, String cause, String cure) {
        findings.add(tree.place(), path, cause, cure);
        return Optional.empty();
    }

    private static String join(String path, String step) {
        return path.isEmpty() ? step : path + "." + step;
    }
}
