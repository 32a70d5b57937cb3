package fovea.engine.torch;

import fovea.engine.EngineException;
import fovea.graph.Op;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.tensor.HostTensor;
import fovea.tensor.Layout;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// Between the host's tensors and libtorch's.
final class Tensors {
    private Tensors() {}

    /// A tensor over the host's memory, without a copy: it must not outlive the host tensor.
    static Tensor over(HostTensor host) {
        long[] shape = Kernels.longs(host.shape());
        return torch.from_blob(new FloatPointer(host.data()), shape, strides(shape, host.layout()));
    }

    /// A contiguous copy in the host's memory.
    static HostTensor copy(Tensor tensor) {
        List<Integer> shape =
                LongStream.range(0, tensor.dim())
                        .mapToObj(axis -> Math.toIntExact(tensor.size(axis)))
                        .toList();
        HostTensor host = HostTensor.zeros(Layout.CONTIGUOUS, shape);
        over(host).copy_(tensor.detach());
        return host;
    }

    /// The batch's tensor for an input node.
    static Tensor given(Value input, Map<String, HostTensor> batch) {
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
        return over(host);
    }

    /// How many samples the tensors for these inputs hold.
    static int samples(List<Value> inputs, Map<String, HostTensor> batch) {
        for (Value input : inputs) {
            HostTensor host = batch.get(input.name());
            if (host != null && input.op() instanceof Op.Input && input.shape().batched()) {
                return host.shape().get(input.shape().dims().indexOf(Shape.BATCH));
            }
        }
        return 1;
    }

    static long[] strides(long[] shape, Layout layout) {
        int[] outerToInner =
                switch (layout) {
                    case CONTIGUOUS -> java.util.stream.IntStream.range(0, shape.length).toArray();
                    case CHANNELS_LAST -> new int[] {0, 2, 3, 1};
                };
        if (outerToInner.length != shape.length) {
            throw new EngineException("channels last needs N×C×H×W, not " + Arrays.toString(shape));
        }
        long[] strides = new long[shape.length];
        long step = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[outerToInner[i]] = step;
            step *= shape[outerToInner[i]];
        }
        return strides;
    }

    private static boolean fits(List<Integer> given, Shape wanted) {
        boolean fits = given.size() == wanted.rank();
        for (int axis = 0; fits && axis < given.size(); axis++) {
            fits = wanted.dim(axis) == Shape.BATCH || wanted.dim(axis) == given.get(axis);
        }
        return fits;
    }
}
