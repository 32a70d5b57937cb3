package fovea.engine.torch;

import fovea.graph.Value;
import fovea.tensor.Layout;

import java.util.ArrayList;
import java.util.List;

/// Where tensors lie side by side in one vector, so that optimisers, norms and averages are a few
/// operations on one tensor whatever the number of layers.
final class FlatLayout {
    /// Starts at cache lines, which the kernels read fastest. The gaps stay 0.
    private static final int ALIGNMENT = 16;

    /// @param start in elements
    record Entry(Value value, Layout order, long start) {
        long[] shape() {
            return Kernels.longs(value.shape().dims());
        }

        long[] strides() {
            return Tensors.strides(shape(), order);
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private long length;

    /// Appends a tensor.
    void add(Value value, Layout order) {
        entries.add(new Entry(value, order, length));
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
