package fovea.experiment;

import fovea.experiment.FieldInfo.Bounds;

import java.util.List;
import java.util.Optional;

/// From text to a record: parse, change, bind.
///
/// @param findings where what is wrong is told
record Reading(Catalog catalog, Findings findings) {
    <T> Optional<T> read(Class<T> type, String text, String place, List<Change> changes) {
        Optional<Tree> tree = TreeReader.readFile(text, place, findings);
        if (tree.isEmpty() && findings.isEmpty()) {
            findings.add(place, "", "there is nothing in it", "write the fields");
        }
        FieldType fieldType = FieldType.of(type);
        return tree.map(root -> changed(root, fieldType, changes))
                .flatMap(
                        root ->
                                new Binder(catalog, findings)
                                        .value(root, fieldType, Bounds.NONE, ""))
                .map(type::cast);
    }

    private Tree changed(Tree root, FieldType type, List<Change> changes) {
        Tree tree = root;
        for (Change change : changes) {
            tree = new Changes(catalog, findings).apply(tree, type, change);
        }
        return tree;
    }
}
