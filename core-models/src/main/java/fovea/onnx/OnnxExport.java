package fovea.onnx;

import fovea.graph.Graph;
import fovea.problem.InvalidInputException;
import fovea.tensor.HostTensor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// A graph as an ONNX model (IR version 8, opset 17) in inference mode: inputs and outputs are
/// named as in the graph, the number of samples is the dimension `N`, weights keep their names.
public final class OnnxExport {
    private static final long IR_VERSION = 8;
    private static final long OPSET = 17;
    private static final long LARGEST = Integer.MAX_VALUE - 1024;

    private final ModelProto model;
    private final long size;

    private OnnxExport(ModelProto model, long size) {
        this.model = model;
        this.size = size;
    }

    /// Lowers a graph, which has the outputs to be predicted and no others: `graph.only("scores")`.
    ///
    /// @param weights by parameter name, in 32 bits; read until the model is written
    /// @throws InvalidInputException if a weight is missing, has another shape, cannot be told in
    ///   the precision, or if all together are too long for one file
    public static OnnxExport of(
            Graph graph, Map<String, HostTensor> weights, ExportOptions options) {
        ModelProto model =
                new ModelProto(
                        new ModelProto.Origin(
                                IR_VERSION, "fovea", version(), options.description()),
                        Map.of("", OPSET),
                        Lowering.of(graph, new WeightStore(weights), options.precision()),
                        options.metadata(),
                        List.of());
        return new OnnxExport(model, size(model));
    }

    private static long size(ModelProto model) {
        try {
            long weights = model.graph().initializers().stream().mapToLong(OnnxExport::bytes).sum();
            long size = weights > LARGEST ? weights : Writer.size(model);
            if (size > LARGEST) {
                throw InvalidInputException.of(
                        "graph " + model.graph().name(),
                        "the model takes %.1f GiB, an ONNX file holds 2 at most"
                                .formatted(size / (double) (1L << 30)),
                        "export it in fp16 or int8");
            }
            return size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long bytes(TensorProto tensor) {
        return tensor.data() instanceof TensorData.Raw raw ? raw.bytes().remaining() : 0;
    }

    /// Bytes of the file.
    public long size() {
        return size;
    }

    /// The whole file.
    public byte[] bytes() {
        byte[] bytes = new byte[Math.toIntExact(size)];
        try {
            Writer.write(model, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes;
    }

    /// Writes the file; whoever opened the stream closes it.
    public void writeTo(OutputStream out) throws IOException {
        Writer.write(model, out);
    }

    private static String version() {
        try (InputStream in = OnnxExport.class.getResourceAsStream("/fovea/build.properties")) {
            Properties build = new Properties();
            if (in != null) {
                build.load(in);
            }
            return build.getProperty("version", "");
        } catch (IOException e) {
            return "";
        }
    }
}
