package fovea.graph;

import java.util.List;
import java.util.stream.Collectors;

/// The dimensions of a value. A dimension of [#BATCH] stands for the number of samples, which is
/// known only when the graph runs.
public record Shape(List<Integer> dims) {
    /// The dimension that counts the samples.
    public static final int BATCH = -1;

    public Shape {
        dims = List.copyOf(dims);
        for (int dim : dims) {
            if (dim < 1 && dim != BATCH) {
                throw new IllegalArgumentException(
                        "a dimension must be positive or BATCH: " + dims);
            }
        }
    }

    public static Shape of(Integer... dims) {
        return new Shape(List.of(dims));
    }

    /// `N×C×H×W`.
    public static Shape image(int channels, int height, int width) {
        return of(BATCH, channels, height, width);
    }

    public int rank() {
        return dims.size();
    }

    /// A dimension; a negative axis counts from the end.
    public int dim(int axis) {
        return dims.get(axis < 0 ? axis + rank() : axis);
    }

    public boolean batched() {
        return dims.contains(BATCH);
    }

    /// Number of elements for one sample.
    public long elementsPerSample() {
        return dims.stream()
                .filter(dim -> dim != BATCH)
                .mapToLong(Integer::longValue)
                .reduce(1, Math::multiplyExact);
    }

    /// The same shape with the number of samples filled in.
    public List<Integer> withBatch(int samples) {
        return dims.stream().map(dim -> dim == BATCH ? samples : dim).toList();
    }

    /// Such as `N×64×7×7`.
    @Override
    public String toString() {
        return dims.isEmpty()
                ? "scalar"
                : dims.stream()
                        .map(dim -> dim == BATCH ? "N" : dim.toString())
                        .collect(Collectors.joining("×"));
    }
}
