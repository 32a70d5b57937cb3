package fovea.engine.reference;

import fovea.tensor.HostTensor;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// A row-major array of doubles, for reference implementations written with plain loops.
public record Numbers(List<Integer> shape, List<Double> values) {
    /// Computes every element from its index.
    public static Numbers of(List<Integer> shape, ToDoubleFunction<int[]> element) {
        int count = shape.stream().reduce(1, (a, b) -> a * b);
        return new Numbers(
                shape,
                IntStream.range(0, count)
                        .mapToObj(i -> element.applyAsDouble(index(shape, i)))
                        .toList());
    }

    public static Numbers of(HostTensor tensor) {
        float[] data = tensor.toArray();
        return new Numbers(
                tensor.shape(),
                IntStream.range(0, data.length).mapToObj(i -> (double) data[i]).toList());
    }

    public static Numbers named(String name, Map<String, Numbers> numbers) {
        return Objects.requireNonNull(numbers.get(name), name);
    }

    public HostTensor host() {
        float[] data = new float[values.size()];
        for (int i = 0; i < data.length; i++) {
            data[i] = values.get(i).floatValue();
        }
        return HostTensor.of(shape, data);
    }

    public double at(int... index) {
        int flat = 0;
        for (int axis = 0; axis < index.length; axis++) {
            flat = flat * shape.get(axis) + index[axis];
        }
        return values.get(flat);
    }

    /// As [#at], with 0 outside.
    public double padded(int... index) {
        for (int axis = 0; axis < index.length; axis++) {
            if (index[axis] < 0 || index[axis] >= shape.get(axis)) {
                return 0;
            }
        }
        return at(index);
    }

    /// The element that an index of a larger shape reads by broadcasting.
    public double broadcast(int... index) {
        int[] mine = new int[shape.size()];
        for (int axis = 0; axis < mine.length; axis++) {
            int theirs = index[index.length - mine.length + axis];
            mine[axis] = shape.get(axis) == 1 ? 0 : theirs;
        }
        return at(mine);
    }

    public int size(int axis) {
        return shape.get(axis);
    }

    private static int[] index(List<Integer> shape, int flat) {
        int[] index = new int[shape.size()];
        int rest = flat;
        for (int axis = index.length - 1; axis >= 0; axis--) {
            index[axis] = rest % shape.get(axis);
            rest /= shape.get(axis);
        }
        return index;
    }
}
