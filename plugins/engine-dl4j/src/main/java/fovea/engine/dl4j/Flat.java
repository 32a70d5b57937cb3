package fovea.engine.dl4j;

import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import java.lang.foreign.MemorySegment;

/// A vector of floats in native memory, and arrays over parts of it.
final class Flat implements AutoCloseable {
    private final long length;
    private final DataBuffer buffer;
    private final INDArray whole;

    private Flat(long length) {
        this.length = length;
        buffer = Nd4j.createBuffer(DataType.FLOAT, Math.max(1, length), true);
        whole = range(0, Math.max(1, length));
    }

    static Flat zeros(long length) {
        return new Flat(length);
    }

    long length() {
        return length;
    }

    /// An array over a tensor's elements, which must not outlive the vector.
    ///
    /// @param start of its storage, in elements
    INDArray view(Tensor tensor, long start) {
        long[] dims = tensor.rank() == 0 ? new long[] {1} : tensor.dims();
        long[] strides = tensor.rank() == 0 ? new long[] {1} : steps(tensor);
        return Nd4j.create(buffer, dims, strides, start, 'c', DataType.FLOAT);
    }

    /// A range as a vector.
    INDArray range(long start, long count) {
        return Nd4j.create(buffer, new long[] {count}, new long[] {1}, start, 'c', DataType.FLOAT);
    }

    INDArray whole() {
        return whole;
    }

    /// Its memory, which must not be used after closing.
    @SuppressWarnings("restricted")
    MemorySegment memory() {
        return MemorySegment.ofAddress(buffer.address())
                .reinterpret(Math.max(1, length) * Float.BYTES);
    }

    @Override
    public void close() {
        buffer.close();
    }

    /// ND4J takes an array for dense only if axes of one element have the step they would have.
    private static long[] steps(Tensor tensor) {
        long[] steps = new long[tensor.rank()];
        int[] order = tensor.order();
        long step = 1;
        for (int i = order.length - 1; i >= 0; i--) {
            steps[order[i]] = step;
            step *= tensor.dim(order[i]);
        }
        return steps;
    }
}
