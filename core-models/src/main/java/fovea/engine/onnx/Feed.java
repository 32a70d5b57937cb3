package fovea.engine.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;

import fovea.engine.EngineException;
import fovea.onnx.ElementType;
import fovea.onnx.ValueInfo;
import fovea.tensor.HostTensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/// Gives one input of a model the host's tensors: their own memory where it is laid out as ONNX
/// wants it, else a copy in memory that is used again.
final class Feed {
    private final ValueInfo info;
    private ByteBuffer memory = ByteBuffer.allocateDirect(0);

    Feed(ValueInfo info) {
        this.info = info;
    }

    ValueInfo info() {
        return info;
    }

    /// A tensor for one run, which the caller closes.
    ///
    /// @throws EngineException if it is missing or has a wrong shape
    OnnxTensor tensor(Map<String, HostTensor> batch, Sizes sizes) throws OrtException {
        HostTensor host = batch.get(info.name());
        if (host == null) {
            throw new EngineException(
                    "input '%s' is missing, given are %s".formatted(info.name(), batch.keySet()));
        }
        if (!sizes.fit(info, host.shape())) {
            throw new EngineException(
                    "the model takes %s, not %s; resize the images or choose another batch size"
                            .formatted(info, host.shape()));
        }
        FloatBuffer values = ChannelsLast.inOrder(host) ? host.data() : reordered(host);
        long[] shape = host.shape().stream().mapToLong(Integer::longValue).toArray();
        return info.type() == ElementType.FLOAT
                ? OnnxTensor.createTensor(Ort.environment(), values.duplicate().rewind(), shape)
                : OnnxTensor.createTensor(
                        Ort.environment(),
                        Elements.converted(values, info.type()),
                        shape,
                        Elements.type(info.type()));
    }

    private FloatBuffer reordered(HostTensor host) {
        int bytes = Math.multiplyExact(host.elements(), Float.BYTES);
        if (memory.capacity() < bytes) {
            memory = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
        }
        FloatBuffer values = memory.slice(0, bytes).order(ByteOrder.nativeOrder()).asFloatBuffer();
        ChannelsLast.reorder(host, values);
        return values;
    }
}
