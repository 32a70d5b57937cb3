package fovea.sample;

import java.util.HashSet;
import java.util.List;

/// The class names of a dataset; a class is known by its index in this list.
public record ClassList(List<String> names) {
    public ClassList {
        names = List.copyOf(names);
        if (names.isEmpty() || new HashSet<>(names).size() != names.size()) {
            throw new IllegalArgumentException(
                    "class names must be distinct and there must be at least one: " + names);
        }
    }

    public int size() {
        return names.size();
    }

    public String name(int index) {
        return names.get(index);
    }
}
