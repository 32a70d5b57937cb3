package fovea.engine.dl4j;

import fovea.engine.ProcessSettings;

import org.nd4j.linalg.api.ndarray.INDArray;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// A row-major array's memory, for the loops that libnd4j has no quick operation for.
record Floats(MemorySegment memory) {
    @SuppressWarnings("restricted")
    static Floats of(INDArray array) {
        long start = array.data().address() + array.offset() * Float.BYTES;
        return new Floats(MemorySegment.ofAddress(start).reinterpret(array.length() * Float.BYTES));
    }

    float at(long index) {
        return memory.getAtIndex(ValueLayout.JAVA_FLOAT, index);
    }

    void put(long index, float value) {
        memory.setAtIndex(ValueLayout.JAVA_FLOAT, index, value);
    }

    /// Does work for each sample, on as many threads as the engine may use.
    static void each(int samples, IntConsumer work) {
        int parts = Math.min(samples, ProcessSettings.threads());
        IntStream.range(0, parts)
                .parallel()
                .forEach(
                        part -> {
                            int end = (int) ((long) samples * (part + 1) / parts);
                            for (int n = (int) ((long) samples * part / parts); n < end; n++) {
                                work.accept(n);
                            }
                        });
    }
}
