package fovea.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Small models that no graph of ours would become.
public final class TestModels {
    static final ValueInfo X = floats("x", new Dimension.Dynamic("N"), new Dimension.Fixed(3));
    static final ValueInfo Y = floats("y", new Dimension.Dynamic("N"), new Dimension.Fixed(3));
    static final NodeProto COPY =
            new NodeProto("copy", "Identity", List.of("x"), List.of("y"), List.of());

    private TestModels() {}

    /// Gives `y` = `x`, of any type, `N×3`.
    public static byte[] copying(ElementType type) {
        List<Dimension> dims = List.of(new Dimension.Dynamic("N"), new Dimension.Fixed(3));
        return bytes(
                model(
                        List.of(COPY),
                        List.of(),
                        List.of(ValueInfo.of("x", type, dims)),
                        List.of(ValueInfo.of("y", type, dims))));
    }

    /// Says that `y` has other dimensions than it will have.
    public static byte[] saying(Dimension... dims) {
        return bytes(model(List.of(COPY), List.of(), List.of(X), List.of(floats("y", dims))));
    }

    /// Does not say what dimensions `y` has; `x` may have any.
    public static byte[] silent() {
        return bytes(
                model(
                        List.of(COPY),
                        List.of(),
                        List.of(new ValueInfo("x", ElementType.FLOAT, Optional.empty())),
                        List.of(new ValueInfo("y", ElementType.FLOAT, Optional.empty()))));
    }

    /// Copies, and says that it is of the newest format and operators that are accepted.
    public static byte[] newest() {
        GraphProto graph = new GraphProto("test", List.of(COPY), List.of(), List.of(X), List.of(Y));
        return bytes(versioned(ModelCheck.NEWEST_IR, ModelCheck.NEWEST_OPSET, graph));
    }

    /// Uses an operator that nobody knows.
    public static byte[] unknownOperator() {
        NodeProto node = new NodeProto("odd", "Oddity", List.of("x"), List.of("y"), List.of());
        return bytes(model(List.of(node), List.of(), List.of(X), List.of(Y)));
    }

    /// Adds to `x` the three numbers that lie in another file.
    public static byte[] external(Map<String, String> entries) {
        TensorProto weight =
                new TensorProto(
                        "w", ElementType.FLOAT, List.of(3L), new TensorData.External(entries));
        return bytes(adding(weight));
    }

    static ModelProto adding(TensorProto weight) {
        NodeProto add = new NodeProto("add", "Add", List.of("x", "w"), List.of("y"), List.of());
        return model(List.of(add), List.of(weight), List.of(X), List.of(Y));
    }

    static TensorProto raw(ElementType type, List<Long> dims, int bytes) {
        TensorData data = new TensorData.Raw(ByteBuffer.allocate(bytes));
        return new TensorProto("w", type, dims, data);
    }

    static ModelProto model(
            List<NodeProto> nodes,
            List<TensorProto> weights,
            List<ValueInfo> inputs,
            List<ValueInfo> outputs) {
        return versioned(8, 17, new GraphProto("test", nodes, weights, inputs, outputs));
    }

    static ModelProto versioned(long ir, long opset, GraphProto graph) {
        return new ModelProto(
                new ModelProto.Origin(ir, "test", "1", ""),
                Map.of("", opset),
                graph,
                Map.of(),
                List.of());
    }

    static ValueInfo floats(String name, Dimension... dims) {
        return ValueInfo.of(name, ElementType.FLOAT, List.of(dims));
    }

    static byte[] bytes(Message message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Writer.write(message, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
