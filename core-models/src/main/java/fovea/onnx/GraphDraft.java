package fovea.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Nodes, weights and constants of a graph that is being written. A node has the name of what it
/// gives; constants of the same value are kept once.
final class GraphDraft {
    private final ElementType real;
    private final Set<String> names;
    private final List<NodeProto> nodes = new ArrayList<>();
    private final Map<String, TensorProto> initializers = new LinkedHashMap<>();
    private final Map<String, String> widened = new HashMap<>();

    /// @param real what the values between nodes are: [ElementType#FLOAT] or [ElementType#FLOAT16]
    /// @param reserved names of inputs and outputs
    GraphDraft(ElementType real, Collection<String> reserved) {
        this.real = real;
        names = new HashSet<>(reserved);
    }

    ElementType real() {
        return real;
    }

    boolean half() {
        return real == ElementType.FLOAT16;
    }

    /// The tensor, or one cast to 32 bits, made when first asked for.
    String widened(String tensor) {
        return half()
                ? widened.computeIfAbsent(
                        tensor, name -> cast(unique(name + "/single"), name, ElementType.FLOAT))
                : tensor;
    }

    String cast(String name, String tensor, ElementType type) {
        return node(name, "Cast", List.of(tensor), AttributeProto.whole("to", type.number()));
    }

    /// The wanted name, or one like it that is free.
    String unique(String wanted) {
        String name = wanted;
        for (int i = 2; !names.add(name); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }

    void add(NodeProto node) {
        nodes.add(node);
    }

    /// @return the name, which is also that of the result
    String node(String name, String operator, List<String> inputs, AttributeProto... attributes) {
        add(new NodeProto(name, operator, inputs, List.of(name), List.of(attributes)));
        return name;
    }

    String initializer(String name, ElementType type, List<Long> dims, ByteBuffer bytes) {
        String free = unique(name);
        initializers.put(free, new TensorProto(free, type, dims, new TensorData.Raw(bytes)));
        return free;
    }

    /// A constant vector of 64-bit integers.
    String wholes(long... values) {
        ByteBuffer bytes = little(values.length * Long.BYTES);
        Arrays.stream(values).forEach(bytes::putLong);
        String text = Arrays.stream(values).mapToObj(Long::toString).collect(joined());
        return constant("int64_" + text, ElementType.INT64, List.of((long) values.length), bytes);
    }

    /// A constant vector that is 32 bits wide whatever the precision.
    String floats(float... values) {
        ByteBuffer bytes = little(values.length * Float.BYTES);
        List<String> texts = new ArrayList<>();
        for (float value : values) {
            bytes.putFloat(value);
            texts.add(Float.toString(value));
        }
        String text = texts.stream().collect(joined());
        return constant("floats_" + text, ElementType.FLOAT, List.of((long) values.length), bytes);
    }

    /// A constant number of the values' own type.
    String real(double value) {
        return half() ? half((float) value) : single(value);
    }

    /// A constant number that is 32 bits wide whatever the precision.
    String single(double value) {
        ByteBuffer bytes = little(Float.BYTES).putFloat((float) value);
        return constant("single_" + (float) value, ElementType.FLOAT, List.of(), bytes);
    }

    private String half(float value) {
        ByteBuffer bytes = little(Short.BYTES).putShort(Float.floatToFloat16(value));
        return constant("half_" + value, ElementType.FLOAT16, List.of(), bytes);
    }

    /// A constant byte.
    String unsigned(int value) {
        ByteBuffer bytes = little(1).put((byte) value);
        return constant("uint8_" + value, ElementType.UINT8, List.of(), bytes);
    }

    GraphProto graph(String name, List<ValueInfo> inputs, List<ValueInfo> outputs) {
        return new GraphProto(name, nodes, List.copyOf(initializers.values()), inputs, outputs);
    }

    private String constant(String name, ElementType type, List<Long> dims, ByteBuffer bytes) {
        String key = "const/" + name;
        if (!initializers.containsKey(key)) {
            bytes.rewind();
            names.add(key);
            initializers.put(key, new TensorProto(key, type, dims, new TensorData.Raw(bytes)));
        }
        return key;
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static java.util.stream.Collector<CharSequence, ?, String> joined() {
        return Collectors.joining("_");
    }
}
