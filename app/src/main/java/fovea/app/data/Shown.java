package fovea.app.data;

import java.util.List;

/// The samples of a part that pass the filter, by their index in the part. Not equal to another one
/// with the same indices, since those may be of another part.
final class Shown {
    private final List<Integer> indices;

    Shown(List<Integer> indices) {
        this.indices = indices;
    }

    List<Integer> indices() {
        return indices;
    }

    int size() {
        return indices.size();
    }

    boolean isEmpty() {
        return indices.isEmpty();
    }

    /// The index, within the part, of the sample at a place.
    int index(int place) {
        return indices.get(place);
    }
}
