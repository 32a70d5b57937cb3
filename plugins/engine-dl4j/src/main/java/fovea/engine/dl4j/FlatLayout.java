package fovea.engine.dl4j;

import fovea.graph.Value;

import java.util.ArrayList;
import java.util.List;

/// Where tensors lie side by side in one vector, so that optimisers, norms and averages are a few
/// operations on one array whatever the number of layers.
final class FlatLayout {
    /// Starts at cache lines. The gaps stay 0.
    private static final int ALIGNMENT = 16;

    /// @param start in elements
    record Entry(Value value, long start) {
        /// The entry in a vector of a kind.
        Tensor in(Storage.Kind kind) {
            long length = value.shape().elementsPerSample();
            long[] dims = value.shape().dims().stream().mapToLong(Integer::longValue).toArray();
            return Tensor.of(Storage.of(kind, length, start), dims);
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private long length;

    void add(Value value) {
        entries.add(new Entry(value, length));
        length += Math.ceilDiv(value.shape().elementsPerSample(), ALIGNMENT) * ALIGNMENT;
    }

    List<Entry> entries() {
        return entries;
    }

    /// In elements, with gaps.
    long length() {
        return length;
    }
}
