package fovea.onnx;

import fovea.graph.Graph;
import fovea.graph.Op;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.problem.InvalidInputException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Turns each value of a graph into ONNX nodes, in inference mode.
final class Lowering {
    /// What the number of samples is called.
    private static final String SAMPLES = "N";

    private final Graph graph;
    private final OnnxPrecision precision;
    private final GraphDraft draft;
    private final Parameters parameters;
    private final IntegerLayers integers;
    private final Map<Value, String> tensors = new HashMap<>();

    private Lowering(Graph graph, WeightStore weights, OnnxPrecision precision) {
        this.graph = graph;
        this.precision = precision;
        ElementType real =
                precision == OnnxPrecision.FP16 ? ElementType.FLOAT16 : ElementType.FLOAT;
        draft = new GraphDraft(real, reserved());
        parameters = new Parameters(draft, weights);
        integers = new IntegerLayers(draft, parameters);
    }

    static GraphProto of(Graph graph, WeightStore weights, OnnxPrecision precision) {
        return new Lowering(graph, weights, precision).lower();
    }

    private Set<String> reserved() {
        Set<String> names = new LinkedHashSet<>(graph.outputs().keySet());
        for (Value input : graph.inputs()) {
            if (!names.add(input.name())) {
                throw InvalidInputException.of(
                        "graph " + graph.name(),
                        "an input and an output are both called '" + input.name() + "'",
                        "give the output another name");
            }
        }
        return names;
    }

    private GraphProto lower() {
        List<ValueInfo> inputs = new ArrayList<>();
        List<ValueInfo> outputs = new ArrayList<>();
        for (Value value : graph.values()) {
            if (value.op() instanceof Op.Input) {
                inputs.add(described(value.name(), value.shape()));
            }
            if (!(value.op() instanceof Op.Parameter)) {
                tensors.put(value, lower(value));
            }
        }
        graph.outputs()
                .forEach(
                        (name, value) -> {
                            give(name, tensor(value));
                            outputs.add(described(name, value.shape()));
                        });
        return draft.graph(graph.name(), inputs, outputs);
    }

    private static ValueInfo described(String name, Shape shape) {
        List<Dimension> dims = new ArrayList<>();
        for (int dim : shape.dims()) {
            dims.add(
                    dim == Shape.BATCH ? new Dimension.Dynamic(SAMPLES) : new Dimension.Fixed(dim));
        }
        return ValueInfo.of(name, ElementType.FLOAT, dims);
    }

    /// The name of what a value gives.
    private String tensor(Value value) {
        return value.op() instanceof Op.Parameter
                ? parameters.plain(value)
                : java.util.Objects.requireNonNull(tensors.get(value), "values come in order");
    }

    private void give(String output, String tensor) {
        if (draft.half()) {
            draft.cast(output, tensor, ElementType.FLOAT);
        } else if (!tensor.equals(output)) {
            draft.node(output, "Identity", List.of(tensor));
        }
    }

    /// An output's node has the output's name, so that no copy is needed; any other that of its
    /// value.
    private String name(Value value) {
        return graph.outputs().entrySet().stream()
                .filter(output -> output.getValue() == value && precision != OnnxPrecision.FP16)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> draft.unique(value.name()));
    }

    private String lower(Value value) {
        if (value.op() instanceof Op.Input) {
            return given(value.name());
        }
        Emitter e = new Emitter(draft, value, name(value), this::tensor);
        boolean quantize = precision == OnnxPrecision.INT8;
        return switch (value.op()) {
            case Op.Input _, Op.Parameter _ ->
                    throw new IllegalStateException("given, not computed: " + value);
            case Op.Conv2d conv ->
                    quantize ? integers.convolution(e, conv) : ImageLayers.convolution(e, conv);
            case Op.ConvTranspose2d conv ->
                    quantize ? integers.transposed(e, conv) : ImageLayers.transposed(e, conv);
            case Op.Linear _ -> quantize ? integers.linear(e) : TokenLayers.linear(e);
            case Op.MatMul _ -> e.lastWide("MatMul", e.allWide());
            case Op.BatchNorm norm ->
                    e.last(
                            "BatchNormalization",
                            e.all(),
                            AttributeProto.real("epsilon", norm.epsilon()));
            case Op.LayerNorm norm -> TokenLayers.layerNorm(e, norm);
            case Op.MaxPool2d pool -> ImageLayers.maximum(e, pool.window());
            case Op.AveragePool2d pool -> ImageLayers.average(e, pool.window());
            case Op.Pad pad -> ImageLayers.padded(e, pad);
            case Op.Upsample upsample -> ImageLayers.enlarged(e, upsample);
            case Op.Unary unary -> Elementwise.unary(e, unary.function());
            case Op.Binary binary -> Elementwise.binary(e, binary.operator());
            case Op.Scale scale -> Elementwise.scale(e, scale);
            case Op.Softmax _ -> e.last("Softmax", e.all(), AttributeProto.whole("axis", -1));
            case Op.LogSoftmax _ -> e.last("LogSoftmax", e.all(), AttributeProto.whole("axis", -1));
            case Op.Reduce reduce -> Reshaping.reduced(e, reduce);
            case Op.Concat concat ->
                    e.last("Concat", e.all(), AttributeProto.whole("axis", concat.axis()));
            case Op.Slice slice -> Reshaping.sliced(e, slice);
            case Op.Reshape reshape -> Reshaping.reshaped(e, reshape.shape());
            case Op.Permute permute -> Reshaping.permuted(e, permute);
            case Op.ExpandBatch _ -> Reshaping.expanded(e);
            case Op.Attention attention -> TokenLayers.attention(e, attention.heads());
            case Op.Dropout _, Op.DropPath _ -> e.x(0);
        };
    }

    private String given(String input) {
        return draft.half()
                ? draft.cast(draft.unique(input + "/half"), input, ElementType.FLOAT16)
                : input;
    }
}
