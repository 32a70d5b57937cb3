package fovea.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts values into a [Tree] before it is bound. Defaults on the way are written out first, and a
/// component whose `type` changes starts from its defaults. A name that does not exist is put in
/// too: binding then tells it, with what may have been meant.
final class Changes {
    private final Catalog catalog;
    private final Findings findings;

    Changes(Catalog catalog, Findings findings) {
        this.catalog = catalog;
        this.findings = findings;
    }

    Tree apply(Tree root, FieldType type, Change change) {
        return set(root, type, change.steps(), change);
    }

    private Tree set(Tree tree, FieldType type, List<String> steps, Change change) {
        if (steps.isEmpty()) {
            return leaf(tree, type, change);
        }
        return switch (type) {
            case FieldType.RecordOf r -> setField(tree, FieldInfo.of(r.type()), steps, change);
            case FieldType.KindOf k -> setComponent(tree, k, steps, change);
            case FieldType.ListOf l -> setItem(tree, l.element(), steps, change);
            case FieldType.OptionalOf o -> set(tree, o.element(), steps, change);
            case FieldType.Flag _,
                    FieldType.IntNumber _,
                    FieldType.LongNumber _,
                    FieldType.RealNumber _,
                    FieldType.Text _,
                    FieldType.Choice _ -> {
                findings.add(
                        change.place(),
                        change.path(),
                        "there is nothing named '"
                                + String.join(".", steps)
                                + "' in a single value",
                        "shorten the path");
                yield tree;
            }
        };
    }

    private Tree leaf(Tree old, FieldType type, Change change) {
        if (type instanceof FieldType.Text && change.text().isBlank()) {
            findings.add(
                    change.place(), change.path(), "the text is empty", "give one after the =");
            return old;
        }
        boolean literal =
                type instanceof FieldType.Text
                        || (type.equals(new FieldType.OptionalOf(new FieldType.Text()))
                                && !change.text().equals("none"));
        return literal
                ? new Tree.Scalar(change.text(), Tree.Style.QUOTED, change.place())
                : TreeReader.read(change.text(), change.place(), findings).orElse(old);
    }

    private Tree setComponent(Tree tree, FieldType.KindOf kind, List<String> steps, Change change) {
        Tree.Entries map =
                tree instanceof Tree.Scalar name && !name.isNone()
                        ? new Tree.Entries(
                                Map.of(Binder.TYPE, new Tree.Entry(name.place(), name)),
                                name.place())
                        : entries(tree, change);
        Optional<String> type =
                Optional.ofNullable(map.entries().get(Binder.TYPE))
                        .map(Tree.Entry::value)
                        .filter(Tree.Scalar.class::isInstance)
                        .map(value -> ((Tree.Scalar) value).text());
        if (steps.equals(List.of(Binder.TYPE))) {
            return type.equals(Optional.of(change.text().strip())) ? map : typeOnly(change);
        }
        List<FieldInfo> fields =
                type.flatMap(name -> catalog.find(kind.kind(), name))
                        .map(ComponentInfo::fields)
                        .orElse(List.of());
        return setField(map, fields, steps, change);
    }

    private static Tree typeOnly(Change change) {
        Tree name = new Tree.Scalar(change.text().strip(), Tree.Style.QUOTED, change.place());
        return new Tree.Entries(
                Map.of(Binder.TYPE, new Tree.Entry(change.place(), name)), change.place());
    }

    private Tree setField(Tree tree, List<FieldInfo> fields, List<String> steps, Change change) {
        Tree.Entries map = entries(tree, change);
        String name = steps.getFirst();
        List<String> rest = steps.subList(1, steps.size());
        Optional<FieldInfo> field = fields.stream().filter(f -> f.name().equals(name)).findFirst();
        Tree value =
                field.map(f -> set(current(map, f, change), f.type(), rest, change))
                        .orElse(new Tree.Scalar(change.text(), Tree.Style.QUOTED, change.place()));
        Map<String, Tree.Entry> entries = new LinkedHashMap<>(map.entries());
        entries.put(name, new Tree.Entry(change.place(), value));
        return new Tree.Entries(entries, map.place());
    }

    private Tree current(Tree.Entries map, FieldInfo field, Change change) {
        return Optional.ofNullable(map.entries().get(field.name()))
                .map(Tree.Entry::value)
                .or(
                        () ->
                                field.defaultText()
                                        .flatMap(t -> TreeReader.read(t, change.place(), findings)))
                .orElseGet(() -> new Tree.Scalar("", Tree.Style.PLAIN, change.place()));
    }

    private static Tree.Entries entries(Tree tree, Change change) {
        return tree instanceof Tree.Entries map ? map : new Tree.Entries(Map.of(), change.place());
    }

    private Tree setItem(Tree tree, FieldType element, List<String> steps, Change change) {
        List<Tree> items = tree instanceof Tree.Items list ? list.items() : List.of();
        int index =
                steps.getFirst().matches("[0-9]{1,9}") ? Integer.parseInt(steps.getFirst()) : -1;
        if (index < 0 || index > items.size()) {
            findings.add(
                    change.place(),
                    change.path(),
                    "'%s' is not an index of the list, which has %d entries"
                            .formatted(steps.getFirst(), items.size()),
                    "count from 0; " + items.size() + " adds an entry");
            return tree;
        }
        List<Tree> changed = new ArrayList<>(items);
        if (index == items.size()) {
            changed.add(new Tree.Scalar("", Tree.Style.PLAIN, change.place()));
        }
        changed.set(
                index, set(changed.get(index), element, steps.subList(1, steps.size()), change));
        return new Tree.Items(changed, tree.place());
    }
}
