package fovea.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/// A float32 tensor in the host's memory, outside the Java heap so that engines can read it without
/// copying.
///
/// @param shape the logical shape, whatever the layout
/// @param data as many floats as the shape has elements, position 0
public record HostTensor(List<Integer> shape, Layout layout, FloatBuffer data) {
    public HostTensor {
        shape = List.copyOf(shape);
        if (!data.isDirect() || data.capacity() != elements(shape)) {
            throw new IllegalArgumentException(
                    "a tensor "
                            + shape
                            + " needs a direct buffer of just as many floats, not "
                            + data);
        }
    }

    /// Zeros.
    public static HostTensor zeros(Layout layout, List<Integer> shape) {
        FloatBuffer data =
                ByteBuffer.allocateDirect(Math.multiplyExact(elements(shape), Float.BYTES))
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
        return new HostTensor(shape, layout, data);
    }

    public static HostTensor zeros(Integer... shape) {
        return zeros(Layout.CONTIGUOUS, List.of(shape));
    }

    public static HostTensor of(List<Integer> shape, float... values) {
        HostTensor tensor = zeros(Layout.CONTIGUOUS, shape);
        tensor.data.put(0, values);
        return tensor;
    }

    public int elements() {
        return data.capacity();
    }

    /// The first `rows` entries of the first dimension, sharing memory.
    public HostTensor first(int rows) {
        List<Integer> smaller = new ArrayList<>(shape);
        smaller.set(0, rows);
        return new HostTensor(smaller, layout, data.slice(0, elements(smaller)));
    }

    /// A copy as an array, in memory order.
    public float[] toArray() {
        float[] values = new float[data.capacity()];
        data.get(0, values);
        return values;
    }

    private static int elements(List<Integer> shape) {
        int count = 1;
        for (int size : shape) {
            count = Math.multiplyExact(count, size);
        }
        return count;
    }
}
