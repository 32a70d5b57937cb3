package fovea.engine.dl4j;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// A dense tensor of a program: its dimensions in the order of their meaning (images `N×C×H×W`),
/// and the order in which its axes lie in memory, outermost first (images `0, 2, 3, 1`).
final class Tensor {
    private final Storage storage;
    private final long[] dims;
    private final int[] order;

    private Tensor(Storage storage, long[] dims, int[] order) {
        this.storage = storage;
        this.dims = dims;
        this.order = order;
        if (LongStream.of(dims).reduce(1, Math::multiplyExact) != storage.length()) {
            throw new IllegalArgumentException(
                    Arrays.toString(dims) + " in a memory of " + storage.length());
        }
    }

    static Tensor of(Storage storage, long... dims) {
        return new Tensor(storage, dims.clone(), IntStream.range(0, dims.length).toArray());
    }

    /// The same kind of tensor in another memory.
    Tensor in(Storage other) {
        return new Tensor(other, dims, order);
    }

    Storage storage() {
        return storage;
    }

    long[] dims() {
        return dims.clone();
    }

    long dim(int axis) {
        return dims[axis < 0 ? axis + dims.length : axis];
    }

    int rank() {
        return dims.length;
    }

    long length() {
        return storage.length();
    }

    int[] order() {
        return order.clone();
    }

    /// Axis i of the result is axis `axes[i]` of this one; nothing is moved in memory.
    Tensor permute(int... axes) {
        int[] back = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            back[axes[i]] = i;
        }
        return new Tensor(
                storage,
                IntStream.of(axes).mapToLong(axis -> dims[axis]).toArray(),
                IntStream.of(order).map(axis -> back[axis]).toArray());
    }

    /// The axes as they lie in memory.
    Tensor inMemoryOrder() {
        return permute(order);
    }

    /// Whether the axes lie in memory in their own order; axes of one element lie anywhere.
    boolean rowMajor() {
        int[] wide = IntStream.of(order).filter(axis -> dims[axis] > 1).toArray();
        return IntStream.range(1, wide.length).allMatch(i -> wide[i - 1] < wide[i]);
    }

    /// Whether element for element lies at the same place as in a tensor of the same dimensions.
    boolean liesLike(Tensor other) {
        return Arrays.equals(strides(), other.strides());
    }

    /// Other dimensions of a row-major tensor.
    Tensor reshape(long... shape) {
        if (!rowMajor()) {
            throw new IllegalStateException("not row-major: " + this);
        }
        return Tensor.of(storage, shape);
    }

    /// The same tensor with more axes of one element in front.
    Tensor withLeadingAxes(int count) {
        return withAxes(IntStream.range(0, count).boxed().collect(Collectors.toSet()));
    }

    /// The same tensor with axes of one element at these places.
    Tensor withAxes(Set<Integer> axes) {
        int rank = dims.length + axes.size();
        int[] old = IntStream.range(0, rank).filter(axis -> !axes.contains(axis)).toArray();
        long[] more = new long[rank];
        Arrays.fill(more, 1);
        for (int i = 0; i < old.length; i++) {
            more[old[i]] = dims[i];
        }
        int[] moved =
                IntStream.concat(
                                axes.stream().mapToInt(Integer::intValue),
                                IntStream.of(order).map(axis -> old[axis]))
                        .toArray();
        return new Tensor(storage, more, moved);
    }

    /// The same tensor without some axes of one element.
    Tensor without(Set<Integer> axes) {
        int[] left = IntStream.range(0, dims.length).filter(axis -> !axes.contains(axis)).toArray();
        int[] moved =
                IntStream.of(order)
                        .filter(axis -> !axes.contains(axis))
                        .map(axis -> Arrays.binarySearch(left, axis))
                        .toArray();
        return new Tensor(
                storage, IntStream.of(left).mapToLong(axis -> dims[axis]).toArray(), moved);
    }

    /// All elements as they lie in memory.
    Tensor flat() {
        return Tensor.of(storage, length());
    }

    /// Steps in memory from element to element of each axis, in elements; 0 for axes of one
    /// element.
    long[] strides() {
        long[] strides = new long[dims.length];
        long step = 1;
        for (int i = order.length - 1; i >= 0; i--) {
            strides[order[i]] = dims[order[i]] == 1 ? 0 : step;
            step *= dims[order[i]];
        }
        return strides;
    }

    @Override
    public String toString() {
        return Arrays.toString(dims) + "@" + Arrays.toString(order);
    }
}
