package fovea.engine.dl4j;

import fovea.engine.EngineException;
import fovea.graph.Op;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.tensor.HostTensor;
import fovea.tensor.Layout;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;

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

    /// The batch's tensor for an input node.
    static HostTensor given(Value input, Map<String, HostTensor> batch) {
        HostTensor host = batch.get(input.name());
        if (host == null) {
            throw new EngineException(
                    "input '%s' is missing, given are %s".formatted(input.name(), batch.keySet()));
        }
        if (!fits(host.shape(), input.shape())) {
            throw new EngineException(
                    "input '%s' needs %s, not %s; resize the images or build the model for them"
                            .formatted(input.name(), input.shape(), host.shape()));
        }
        return host;
    }

    /// How many samples the tensors for these inputs hold.
    static int samples(List<Value> inputs, Map<String, HostTensor> batch) {
        int samples = 1;
        String first = "";
        for (Value input : inputs) {
            HostTensor host = given(input, batch);
            if (input.op() instanceof Op.Input && input.shape().batched()) {
                int rows = host.shape().get(input.shape().dims().indexOf(Shape.BATCH));
                if (!first.isEmpty() && rows != samples) {
                    throw new EngineException(
                            "input '%s' holds %d samples and '%s' %d; give all inputs as many"
                                    .formatted(first, samples, input.name(), rows));
                }
                samples = rows;
                first = input.name();
            }
        }
        return samples;
    }

    private static boolean fits(List<Integer> given, Shape wanted) {
        boolean fits = given.size() == wanted.rank();
        for (int axis = 0; fits && axis < given.size(); axis++) {
            fits = wanted.dim(axis) == Shape.BATCH || wanted.dim(axis) == given.get(axis);
        }
        return fits;
    }
}
