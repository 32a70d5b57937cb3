package fovea.onnx;

import fovea.graph.Value;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The weights of a model, written when a node first asks for them.
final class Parameters {
    /// Beyond it a half would be infinite.
    private static final float LARGEST_HALF = 65504;

    private final GraphDraft draft;
    private final WeightStore store;
    private final Map<String, String> written = new HashMap<>();

    Parameters(GraphDraft draft, WeightStore store) {
        this.draft = draft;
        this.store = store;
    }

    /// The name of a parameter's tensor, which is that of the parameter.
    String plain(Value parameter) {
        List<Long> dims = dims(parameter);
        return written.computeIfAbsent(
                parameter.name(),
                name -> draft.initializer(name, draft.real(), dims, bytes(parameter)));
    }

    /// In 32 bits under a name of its own, with ones after its dimensions so that it lies along
    /// channels.
    String column(Value parameter, int ones) {
        List<Long> dims = new java.util.ArrayList<>(dims(parameter));
        for (int i = 0; i < ones; i++) {
            dims.add(1L);
        }
        return draft.initializer(
                parameter.name(), ElementType.FLOAT, dims, floats(store.of(parameter)));
    }

    FloatBuffer values(Value parameter) {
        return store.of(parameter);
    }

    static List<Long> dims(Value parameter) {
        return parameter.shape().dims().stream().map(Integer::longValue).toList();
    }

    private ByteBuffer bytes(Value parameter) {
        FloatBuffer values = store.of(parameter);
        return draft.half() ? halves(parameter, values) : floats(values);
    }

    private static ByteBuffer halves(Value parameter, FloatBuffer values) {
        ByteBuffer halves =
                ByteBuffer.allocate(Math.multiplyExact(values.remaining(), Short.BYTES))
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < values.limit(); i++) {
            float value = values.get(i);
            if (!(Math.abs(value) <= LARGEST_HALF)) {
                throw WeightStore.problem(
                        parameter,
                        "it holds %s, and half precision ends at 65504".formatted(value),
                        "export it in fp32");
            }
            halves.putShort(Float.floatToFloat16(value));
        }
        return halves.flip();
    }

    /// The tensor's own memory.
    private static ByteBuffer floats(FloatBuffer values) {
        return java.lang.foreign.MemorySegment.ofBuffer(values).asByteBuffer();
    }
}
