package fovea.onnx;

import fovea.graph.Op;
import fovea.graph.Value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Layers whose weights are 8 bits wide. Linear layers and large convolutions quantise what they
/// take and multiply integers. In small, grouped and transposed convolutions, where that is slower
/// or not defined, the weights become 32 bits wide when the model is loaded.
final class IntegerLayers {
    /// Products in one sum from which integers pay for quantising what comes: measured on ResNet,
    /// MobileNet and ShuffleNet (see decision 0020).
    private static final long MANY_PRODUCTS = 512;

    private final GraphDraft draft;
    private final Parameters parameters;
    private final Map<String, Taken> taken = new HashMap<>();

    /// A tensor quantised when it comes: `(values − zero)·scale`.
    private record Taken(String values, String scale, String zero) {}

    IntegerLayers(GraphDraft draft, Parameters parameters) {
        this.draft = draft;
        this.parameters = parameters;
    }

    String convolution(Emitter e, Op.Conv2d conv) {
        AttributeProto[] attributes = ImageLayers.attributes(conv.window(), conv.groups());
        Value weight = e.value().input(1);
        if (!(weight.op() instanceof Op.Parameter)) {
            return ImageLayers.convolution(e, conv);
        }
        long products = weight.shape().elementsPerSample() / weight.shape().dim(0);
        if (conv.groups() > 1 || products < MANY_PRODUCTS) {
            return e.last("Conv", widened(e, 0), attributes);
        }
        QuantizedWeight quantized = QuantizedWeight.of(weight, parameters.values(weight), 0);
        String values =
                draft.initializer(
                        weight.name() + "_quantized",
                        ElementType.UINT8,
                        Parameters.dims(weight),
                        quantized.shifted());
        Taken x = taken(e.x(0));
        String sums =
                e.part(
                        "sums",
                        "ConvInteger",
                        List.of(x.values, values, x.zero, draft.unsigned(QuantizedWeight.SHIFT)),
                        attributes);
        return scaled(e, sums, x, scale(weight, quantized, 1, 1));
    }

    String linear(Emitter e) {
        Value weight = e.value().input(1);
        if (!(weight.op() instanceof Op.Parameter)) {
            return TokenLayers.linear(e);
        }
        QuantizedWeight quantized = QuantizedWeight.of(weight, parameters.values(weight), 0);
        String values =
                draft.initializer(
                        weight.name() + "_quantized",
                        ElementType.UINT8,
                        Parameters.dims(weight).reversed(),
                        quantized.shiftedAndTransposed());
        Taken x = taken(e.x(0));
        String sums =
                e.part(
                        "sums",
                        "MatMulInteger",
                        List.of(x.values, values, x.zero, draft.unsigned(QuantizedWeight.SHIFT)));
        return scaled(e, sums, x, scale(weight, quantized));
    }

    String transposed(Emitter e, Op.ConvTranspose2d conv) {
        return e.value().input(1).op() instanceof Op.Parameter
                ? e.last(
                        "ConvTranspose",
                        widened(e, 1),
                        ImageLayers.attributes(conv.window(), conv.groups()))
                : ImageLayers.transposed(e, conv);
    }

    /// The inputs of a layer with the weight made of bytes.
    ///
    /// @param axis of the weight that has a scale for each entry
    private List<String> widened(Emitter e, int axis) {
        Value weight = e.value().input(1);
        QuantizedWeight quantized = QuantizedWeight.of(weight, parameters.values(weight), axis);
        String bytes =
                draft.initializer(
                        weight.name() + "_quantized",
                        ElementType.INT8,
                        Parameters.dims(weight),
                        quantized.values());
        String wide = draft.cast(draft.unique(e.name() + "/wide"), bytes, ElementType.FLOAT);
        String scale =
                axis == 0 ? scale(weight, quantized, 1, 1, 1) : scale(weight, quantized, 1, 1);
        List<String> inputs = new ArrayList<>();
        inputs.add(e.x(0));
        inputs.add(e.part("weight", "Mul", List.of(wide, scale)));
        if (e.value().inputs().size() > 2) {
            inputs.add(e.x(2));
        }
        return inputs;
    }

    private String scale(Value weight, QuantizedWeight quantized, long... ones) {
        List<Long> dims = new ArrayList<>();
        dims.add((long) quantized.channels());
        for (long one : ones) {
            dims.add(one);
        }
        return draft.initializer(
                weight.name() + "_scale", ElementType.FLOAT, dims, quantized.scales());
    }

    private String scaled(Emitter e, String sums, Taken x, String scale) {
        boolean biased = e.value().inputs().size() > 2;
        String real = draft.cast(draft.unique(e.name() + "/real"), sums, ElementType.FLOAT);
        String step = e.part("step", "Mul", List.of(x.scale, scale));
        if (!biased) {
            return e.last("Mul", List.of(real, step));
        }
        String product = e.part("product", "Mul", List.of(real, step));
        return e.last("Add", List.of(product, bias(e)));
    }

    private String bias(Emitter e) {
        Value bias = e.value().input(2);
        boolean image = e.value().op() instanceof Op.Conv2d;
        if (!image) {
            return e.x(2);
        }
        return bias.op() instanceof Op.Parameter
                ? parameters.column(bias, 2)
                : e.part("bias", "Reshape", List.of(e.x(2), draft.wholes(-1, 1, 1)));
    }

    private Taken taken(String tensor) {
        return taken.computeIfAbsent(tensor, this::quantized);
    }

    private Taken quantized(String tensor) {
        Taken result =
                new Taken(
                        draft.unique(tensor + "/quantized"),
                        draft.unique(tensor + "/scale"),
                        draft.unique(tensor + "/zero"));
        draft.add(
                new NodeProto(
                        result.values,
                        "DynamicQuantizeLinear",
                        List.of(tensor),
                        List.of(result.values, result.scale, result.zero),
                        List.of()));
        return result;
    }
}
