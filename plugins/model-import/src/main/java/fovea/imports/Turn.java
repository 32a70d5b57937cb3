package fovea.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How a file's tensor becomes a parameter of the graph: its axes are turned, and some are joined.
public sealed interface Turn {
    /// As it is.
    static Turn none() {
        return new Axes(List.of());
    }

    /// A convolution's `kH×kW×in×out`; also a transposed one's `kH×kW×out×in`.
    static Turn convolution() {
        return new Axes(List.of(3, 2, 0, 1));
    }

    /// A linear layer's `in×out`.
    static Turn dense() {
        return new Axes(List.of(1, 0));
    }

    /// Axis i of the parameter is axis `order[i]` of the file; as they are if empty.
    record Axes(List<Integer> order) implements Turn {
        public Axes {
            order = List.copyOf(order);
        }
    }

    /// A depthwise convolution's `kH×kW×in×multiplier`.
    record Depthwise(int multiplier) implements Turn {}

    /// A depthwise convolution's `multiplier×in×kH×kW`.
    record MultiplierFirst(int multiplier) implements Turn {}

    /// Slopes of one sample, channels last, without a batch axis.
    record Slopes() implements Turn {}

    /// One number a channel, for `C×1×1×1` or the like.
    record Spread() implements Turn {}

    /// The shape the file must have for a parameter.
    default List<Integer> fileShape(List<Integer> parameter) {
        return switch (this) {
            case Axes axes when axes.order().isEmpty() -> parameter;
            case Axes axes -> {
                List<Integer> shape = new ArrayList<>(Collections.nCopies(parameter.size(), 0));
                for (int i = 0; i < parameter.size(); i++) {
                    shape.set(axes.order().get(i), parameter.get(i));
                }
                yield shape;
            }
            case Depthwise d ->
                    List.of(
                            parameter.get(2),
                            parameter.get(3),
                            parameter.get(0) / d.multiplier(),
                            d.multiplier());
            case MultiplierFirst d ->
                    List.of(
                            d.multiplier(),
                            parameter.get(0) / d.multiplier(),
                            parameter.get(2),
                            parameter.get(3));
            case Slopes _ ->
                    parameter.size() == 4
                            ? List.of(parameter.get(2), parameter.get(3), parameter.get(1))
                            : parameter.subList(1, parameter.size());
            case Spread _ -> List.of(parameter.getFirst());
        };
    }

    /// The file's axes in the order of the parameter's.
    private List<Integer> order(int rank) {
        return switch (this) {
            case Axes axes when axes.order().isEmpty() -> straight(rank);
            case Axes axes -> axes.order();
            case Depthwise _ -> List.of(2, 3, 0, 1);
            case MultiplierFirst _ -> List.of(1, 0, 2, 3);
            case Slopes _ -> rank == 3 ? List.of(2, 0, 1) : straight(rank);
            case Spread _ -> straight(rank);
        };
    }

    private static List<Integer> straight(int rank) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            order.add(i);
        }
        return order;
    }

    /// The file's elements in the order of the parameter.
    ///
    /// @param shape of the file's tensor
    default float[] apply(float[] values, List<Integer> shape) {
        List<Integer> order = order(shape.size());
        if (order.equals(straight(shape.size()))) {
            return values;
        }
        int[] strides = new int[shape.size()];
        int step = 1;
        for (int axis = shape.size() - 1; axis >= 0; axis--) {
            strides[axis] = step;
            step *= shape.get(axis);
        }
        float[] turned = new float[values.length];
        int last = at(shape, order, shape.size() - 1);
        int lastStride = strides[order.getLast()];
        int[] at = new int[shape.size()];
        for (int i = 0; i < turned.length; i += last) {
            int source = 0;
            for (int axis = 0; axis < at.length - 1; axis++) {
                source += at[axis] * strides[order.get(axis)];
            }
            for (int j = 0; j < last; j++) {
                turned[i + j] = values[source + j * lastStride];
            }
            for (int axis = at.length - 2; axis >= 0; axis--) {
                if (++at[axis] < at(shape, order, axis)) {
                    break;
                }
                at[axis] = 0;
            }
        }
        return turned;
    }

    private static int at(List<Integer> shape, List<Integer> order, int axis) {
        return shape.get(order.get(axis));
    }
}
