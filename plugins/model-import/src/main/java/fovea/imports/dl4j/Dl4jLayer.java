package fovea.imports.dl4j;

import com.fasterxml.jackson.databind.JsonNode;

import fovea.graph.Bias;
import fovea.imports.LayerProblem;
import fovea.imports.NetDraft;
import fovea.model.layered.Layer;
import fovea.model.layered.Padding;
import fovea.model.layered.Sliding;

import java.util.ArrayList;
import java.util.List;

/// One layer of a Deeplearning4j net on its way into the draft.
final class Dl4jLayer {
    private static final String AGAIN = "save the model again with Deeplearning4j 1.0.0";

    private final NetDraft draft;
    private final String name;
    private final JsonNode settings;
    private final Parameters parameters;
    private List<String> inputs;

    /// @param inputs names of the layers it takes
    Dl4jLayer(
            NetDraft draft,
            String name,
            JsonNode settings,
            List<String> inputs,
            Parameters parameters) {
        this.draft = draft;
        this.name = name;
        this.settings = settings;
        this.parameters = parameters;
        this.inputs = List.copyOf(inputs);
    }

    String name() {
        return name;
    }

    JsonNode settings() {
        return settings;
    }

    Parameters parameters() {
        return parameters;
    }

    NetDraft draft() {
        return draft;
    }

    List<String> inputs() {
        return inputs;
    }

    /// The class of the layer without its package.
    String type() {
        return type(settings);
    }

    /// The class that a part of the configuration names, without its package.
    static String type(JsonNode part) {
        String type = part.path("@class").asText("");
        boolean own = type.startsWith("org.deeplearning4j.") || type.startsWith("org.nd4j.");
        return own ? type.substring(type.lastIndexOf('.') + 1) : type;
    }

    /// Adds the layer, or a further part that follows it; gives the name for its weights.
    String add(Layer part) {
        String added = draft.add(name, part, inputs);
        inputs = List.of(name);
        return added;
    }

    /// What a dropout or the like in front of the layer passes on.
    void pass() {
        draft.passes(name, inputs.getFirst());
        inputs = List.of(name);
    }

    int count(String key) {
        JsonNode value = settings.path(key);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 1) {
            throw wrong(key, value);
        }
        return value.intValue();
    }

    /// Whole numbers of 0 or more.
    List<Integer> integers(String key, int wanted) {
        JsonNode value = settings.path(key);
        List<Integer> numbers = new ArrayList<>();
        value.forEach(
                item -> {
                    if (!item.isIntegralNumber()
                            || !item.canConvertToInt()
                            || item.intValue() < 0
                            || item.intValue() > 8192) {
                        throw wrong(key, value);
                    }
                    numbers.add(item.intValue());
                });
        if (numbers.size() != wanted) {
            throw wrong(key, value);
        }
        return numbers;
    }

    Bias bias() {
        return Typed.flag(settings, "hasBias", true) ? Bias.LEARNT : Bias.NONE;
    }

    Sliding window() {
        List<Integer> kernel = integers("kernelSize", 2);
        List<Integer> stride = integers("stride", 2);
        List<Integer> padding = integers("padding", 2);
        List<Integer> dilation =
                settings.path("dilation").isArray() ? integers("dilation", 2) : List.of(1, 1);
        String mode = Typed.text(settings, "convolutionMode", "Truncate");
        List<Integer> border =
                List.of(padding.get(0), padding.get(0), padding.get(1), padding.get(1));
        for (List<Integer> pair : List.of(kernel, stride, dilation)) {
            if (pair.contains(0)) {
                throw wrong("kernelSize, stride or dilation", settings.path("kernelSize"));
            }
        }
        return switch (mode) {
            case "Same" -> new Sliding(kernel, stride, dilation, Padding.SAME, List.of(0));
            case "Truncate", "Strict", "null" ->
                    new Sliding(kernel, stride, dilation, Padding.VALID, border);
            default ->
                    throw new LayerProblem(
                            "its convolution mode is '" + mode + "'", "use Truncate or Same");
        };
    }

    static LayerProblem wrong(String key, JsonNode value) {
        String text = value.isMissingNode() ? "missing" : value.toString();
        String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        return new LayerProblem("its '%s' is %s, which cannot be".formatted(key, shown), AGAIN);
    }
}
