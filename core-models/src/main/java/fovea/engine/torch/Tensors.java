package fovea.engine.torch;

import fovea.engine.EngineException;
import fovea.tensor.HostTensor;
import fovea.tensor.Layout;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

import java.util.Arrays;
import java.util.List;
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
}
