package fovea.engine.dl4j;

import fovea.tensor.HostTensor;
import fovea.tensor.Layout;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/// Copies between the host's tensors and the engine's memory.
final class Transfers {
    private Transfers() {}

    /// Copies a tensor into memory that holds it in a layout.
    ///
    /// @param start in elements
    static void in(HostTensor host, Layout wanted, MemorySegment memory, long start) {
        MemorySegment source = MemorySegment.ofBuffer(host.data());
        MemorySegment target =
                memory.asSlice(start * Float.BYTES, (long) host.elements() * Float.BYTES);
        if (host.layout() == wanted || host.shape().size() != 4) {
            target.copyFrom(source);
            return;
        }
        int channels = host.shape().get(1);
        int pixels = host.shape().get(2) * host.shape().get(3);
        boolean gather = wanted == Layout.CHANNELS_LAST;
        int outer = gather ? pixels : channels;
        int inner = gather ? channels : pixels;
        for (int n = 0; n < host.shape().getFirst(); n++) {
            long base = (long) n * channels * pixels;
            for (int i = 0; i < outer; i++) {
                for (int k = 0; k < inner; k++) {
                    float value =
                            source.getAtIndex(ValueLayout.JAVA_FLOAT, base + (long) k * outer + i);
                    target.setAtIndex(ValueLayout.JAVA_FLOAT, base + (long) i * inner + k, value);
                }
            }
        }
    }

    /// A copy of row-major numbers.
    static HostTensor out(MemorySegment memory, long start, List<Integer> shape) {
        HostTensor host = HostTensor.zeros(Layout.CONTIGUOUS, shape);
        MemorySegment.ofBuffer(host.data())
                .copyFrom(
                        memory.asSlice(start * Float.BYTES, (long) host.elements() * Float.BYTES));
        return host;
    }
}
