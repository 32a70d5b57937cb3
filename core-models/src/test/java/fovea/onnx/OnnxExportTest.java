package fovea.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.engine.Initialization;
import fovea.graph.Bias;
import fovea.graph.Graph;
import fovea.graph.Op;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.graph.Window;
import fovea.problem.InvalidInputException;
import fovea.sample.Seed;
import fovea.tensor.HostTensor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

class OnnxExportTest {
    private final Graph graph =
            Graph.build(
                    "small",
                    g -> {
                        Value x = g.input("image", Shape.image(4, 6, 6));
                        Value y = g.at("conv").conv2d(x, 8, Window.same(3), Bias.LEARNT);
                        Value z = g.apply(new Op.Dropout(0.5), g.relu(g.at("norm").batchNorm(y)));
                        Value logits = g.at("head").linear(g.flatten(z), 64);
                        g.output("logits", logits);
                        g.output("scores", g.apply(new Op.Softmax(), logits));
                    });
    private final Map<String, HostTensor> weights = Initialization.of(graph, new Seed(3)).tensors();

    @Test
    void namesAreThoseOfTheGraph() throws IOException {
        GraphProto model = read(OnnxPrecision.FP32).graph();
        assertEquals("small", model.name());
        assertEquals("[image: FLOAT N×4×6×6]", model.inputs().toString());
        assertEquals("[logits: FLOAT N×64, scores: FLOAT N×64]", model.outputs().toString());
        assertEquals(
                List.of("conv", "norm", "relu", "reshape", "logits", "scores"),
                model.nodes().stream().map(NodeProto::name).toList());
        Set<String> initializers =
                model.initializers().stream().map(TensorProto::name).collect(Collectors.toSet());
        assertTrue(initializers.containsAll(weights.keySet()), initializers.toString());
    }

    @Test
    void theFileSaysWhereItComesFrom() {
        ExportOptions options =
                new ExportOptions(
                        OnnxPrecision.FP32, "sorts clothes", Map.of("labels", "[\"coat\"]"));
        OnnxFile file = OnnxFile.of("m", OnnxExport.of(graph, weights, options).bytes());
        assertTrue(file.producer().matches("fovea \\d.*"), file.producer());
        assertEquals("sorts clothes", file.description());
        assertEquals(Map.of("labels", "[\"coat\"]"), file.metadata());
        assertEquals(17, file.opset());
    }

    @Test
    void theSameBytesComeFromEitherWayOfWriting() throws IOException {
        OnnxExport export = OnnxExport.of(graph, weights, ExportOptions.plain());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.writeTo(out);
        assertArrayEquals(export.bytes(), out.toByteArray());
        assertEquals(export.size(), out.size());
    }

    @Test
    void halfAndEightBitsTakeAHalfAndAQuarter() throws IOException {
        double whole = tensorBytes(OnnxPrecision.FP32);
        assertEquals(0.5, tensorBytes(OnnxPrecision.FP16) / whole, 0.01);
        assertEquals(0.25, tensorBytes(OnnxPrecision.INT8) / whole, 0.02);
    }

    @Test
    void anOutputThatIsNotComputedIsCopied() throws IOException {
        Graph copies =
                Graph.build(
                        "copies",
                        g -> {
                            Value x = g.input("x", Shape.of(Shape.BATCH, 3));
                            Value y = g.relu(x);
                            g.output("same", x);
                            g.output("first", y);
                            g.output("second", g.apply(new Op.Dropout(0.1), y));
                        });
        assertEquals(
                List.of("first=Relu[x]", "same=Identity[x]", "second=Identity[first]"),
                nodes(copies));
    }

    @Test
    void namesThatClashAreMadeDifferent() throws IOException {
        Graph clash =
                Graph.build(
                        "clash",
                        g -> {
                            Value x = g.input("x", Shape.of(Shape.BATCH, 3));
                            g.output("relu", g.unary(Op.Function.TANH, g.relu(x)));
                        });
        assertEquals(List.of("relu_2=Relu[x]", "relu=Tanh[relu_2]"), nodes(clash));
        Graph same = Graph.build("same", g -> g.output("x", g.relu(g.input("x", Shape.of(3)))));
        assertTrue(
                message(() -> OnnxExport.of(same, Map.of(), ExportOptions.plain()))
                        .startsWith("graph same: an input and an output are both called 'x'"));
    }

    @Test
    void missingAndWrongWeightsAreNamed() {
        Map<String, HostTensor> some = new HashMap<>(weights);
        some.put("head.bias", HostTensor.zeros(5));
        assertEquals(
                "parameter 'head.bias': the weights have the shape [5] where the model has 64;"
                        + " export with weights of the same model",
                message(() -> OnnxExport.of(graph, some, ExportOptions.plain())));
        some.remove("head.bias");
        assertTrue(
                message(() -> OnnxExport.of(graph, some, ExportOptions.plain()))
                        .startsWith("parameter 'head.bias': its weights are missing"));
    }

    @Test
    void weightsBeyondTheRangeOfAPrecisionAreNamed() {
        for (float value : new float[] {70_000, Float.NaN, Float.NEGATIVE_INFINITY}) {
            Map<String, HostTensor> wide = with("conv.weight", value);
            assertTrue(
                    message(() -> OnnxExport.of(graph, wide, in(OnnxPrecision.FP16)))
                            .startsWith("parameter 'conv.weight': it holds " + value));
        }
        OnnxExport.of(graph, with("conv.weight", 70_000), in(OnnxPrecision.INT8));
        assertTrue(
                message(
                                () ->
                                        OnnxExport.of(
                                                graph,
                                                with("conv.weight", Float.NaN),
                                                in(OnnxPrecision.INT8)))
                        .startsWith("parameter 'conv.weight': it holds NaN"));
    }

    private Map<String, HostTensor> with(String name, float value) {
        Map<String, HostTensor> changed = new HashMap<>(weights);
        HostTensor tensor = HostTensor.zeros(8, 4, 3, 3);
        tensor.data().put(7, value);
        changed.put(name, tensor);
        return changed;
    }

    private static ExportOptions in(OnnxPrecision precision) {
        return new ExportOptions(precision, "", Map.of());
    }

    private double tensorBytes(OnnxPrecision precision) throws IOException {
        double sum = 0;
        for (TensorProto tensor : read(precision).graph().initializers()) {
            sum += tensor.data() instanceof TensorData.Raw raw ? raw.bytes().remaining() : 0;
        }
        return sum;
    }

    private ModelProto read(OnnxPrecision precision) throws IOException {
        return ModelProto.read(new Reader(OnnxExport.of(graph, weights, in(precision)).bytes()));
    }

    private static List<String> nodes(Graph graph) throws IOException {
        byte[] bytes = OnnxExport.of(graph, Map.of(), ExportOptions.plain()).bytes();
        return ModelProto.read(new Reader(bytes)).graph().nodes().stream()
                .map(node -> node.name() + "=" + node.operator() + node.inputs())
                .toList();
    }

    private static String message(Executable work) {
        return String.valueOf(assertThrows(InvalidInputException.class, work).getMessage());
    }
}
