package fovea.imports.dl4j;

import com.fasterxml.jackson.databind.JsonNode;

import fovea.importing.ImageSize;
import fovea.imports.LayerProblem;
import fovea.imports.NetDraft;
import fovea.model.layered.ConcatLayer;
import fovea.model.layered.Flatten;
import fovea.model.layered.Merge;
import fovea.model.layered.Order;
import fovea.model.layered.ReshapeLayer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The layers of a `MultiLayerConfiguration` or a `ComputationGraphConfiguration`, put into a draft
/// in the order in which their parameters lie.
final class Dl4jNet {
    private static final String INPUT = "input image";
    private static final String AGAIN = "save the model again with Deeplearning4j 1.0.0";

    private final NetDraft draft;
    private final Parameters parameters;
    private Optional<ImageSize> size = Optional.empty();
    private Optional<Integer> channels = Optional.empty();
    private String output = INPUT;

    private Dl4jNet(NetDraft draft, Parameters parameters) {
        this.draft = draft;
        this.parameters = parameters;
    }

    /// Reads a net; what stands against it is told to the draft.
    static Dl4jNet of(JsonNode configuration, NetDraft draft, Parameters parameters) {
        Dl4jNet net = new Dl4jNet(draft, parameters);
        draft.image(INPUT);
        try {
            if (configuration.path("confs").isArray()) {
                net.layers(configuration);
            } else if (configuration.path("vertices").isObject()) {
                net.graph(configuration);
            } else {
                throw new LayerProblem("it is no configuration of a net", AGAIN);
            }
        } catch (LayerProblem problem) {
            draft.problem("net", problem);
        }
        return net;
    }

    /// The layer whose result is the net's.
    String output() {
        return output;
    }

    /// The size of the images, if the file tells it.
    Optional<ImageSize> size() {
        return size;
    }

    /// How many channels the first layer takes, if it tells.
    Optional<Integer> channels() {
        return channels;
    }

    private void layers(JsonNode configuration) {
        String before = INPUT;
        int index = 0;
        for (JsonNode conf : configuration.path("confs")) {
            JsonNode layer = conf.path("layer");
            String name = Typed.text(layer, "layerName", "layer" + index);
            JsonNode preparation =
                    configuration.path("inputPreProcessors").path(Integer.toString(index));
            before = layer(name, layer, preparation, List.of(before));
            index++;
        }
        output = before;
    }

    private void graph(JsonNode configuration) {
        Map<String, List<String>> sources = new LinkedHashMap<>();
        configuration
                .path("vertexInputs")
                .properties()
                .forEach(entry -> sources.put(entry.getKey(), texts(entry.getValue())));
        List<String> inputs = texts(configuration.path("networkInputs"));
        List<String> outputs = texts(configuration.path("networkOutputs"));
        if (inputs.size() != 1 || outputs.size() != 1) {
            throw new LayerProblem(
                    "the net has %d inputs and %d outputs".formatted(inputs.size(), outputs.size()),
                    "save a net that takes one image and gives one result");
        }
        draft.passes(inputs.getFirst(), INPUT);
        JsonNode vertices = configuration.path("vertices");
        for (String name : order(configuration, inputs.getFirst())) {
            vertex(name, vertices.path(name), sources.getOrDefault(name, List.of()));
        }
        output = outputs.getFirst();
    }

    /// The order in which Deeplearning4j lays the parameters out.
    private static List<String> order(JsonNode configuration, String input) {
        List<String> order = new ArrayList<>(texts(configuration.path("topologicalOrderStr")));
        order.remove(input);
        Set<String> all = new HashSet<>();
        configuration.path("vertices").properties().forEach(entry -> all.add(entry.getKey()));
        if (order.size() != all.size() || !all.equals(new HashSet<>(order))) {
            throw new LayerProblem(
                    "the file does not tell in which order its vertices are computed", AGAIN);
        }
        return order;
    }

    private void vertex(String name, JsonNode vertex, List<String> inputs) {
        try {
            switch (Dl4jLayer.type(vertex)) {
                case "LayerVertex" ->
                        layer(
                                name,
                                vertex.path("layerConf").path("layer"),
                                vertex.path("preProcessor"),
                                inputs);
                case "MergeVertex" -> {
                    requireImageChannels(vertex, inputs);
                    draft.add(name, new ConcatLayer(ConcatLayer.Axis.CHANNELS), inputs);
                }
                case "ElementWiseVertex" ->
                        draft.add(name, new Merge(how(Typed.text(vertex, "op", ""))), inputs);
                case "ScaleVertex" ->
                        affine(name, inputs, Typed.number(vertex, "scaleFactor", 1), 0);
                case "ShiftVertex" ->
                        affine(name, inputs, 1, Typed.number(vertex, "shiftFactor", 0));
                case "PreprocessorVertex" -> {
                    String from = prepared(name, vertex.path("preProcessor"), only(inputs));
                    draft.passes(name, from);
                }
                default ->
                        throw new LayerProblem(
                                "vertices of the class '%s' are not known"
                                        .formatted(Dl4jLayer.type(vertex)),
                                "build the net from layers, sums and merges");
            }
        } catch (LayerProblem problem) {
            draft.problem(name, problem);
        }
    }

    private void requireImageChannels(JsonNode vertex, List<String> inputs) {
        boolean image = draft.rank(inputs.getFirst()) == 4;
        if (inputs.size() < 2 || (image && vertex.path("mergeAxis").asInt(1) != 1)) {
            throw new LayerProblem(
                    "it merges %d results along axis %s"
                            .formatted(inputs.size(), vertex.path("mergeAxis")),
                    "merge the channels of two or more layers");
        }
    }

    private void affine(String name, List<String> inputs, double factor, double offset) {
        draft.affine(name, only(inputs), new NetDraft.Affine(List.of(factor), List.of(offset)));
    }

    private static Merge.How how(String operation) {
        return switch (operation) {
            case "Add" -> Merge.How.ADD;
            case "Subtract" -> Merge.How.SUBTRACT;
            case "Product" -> Merge.How.MULTIPLY;
            case "Average" -> Merge.How.AVERAGE;
            case "Max" -> Merge.How.MAXIMUM;
            default ->
                    throw new LayerProblem(
                            "it joins by '" + operation + "'", "join by a sum or a product");
        };
    }

    private static String only(List<String> inputs) {
        if (inputs.size() != 1) {
            throw new LayerProblem(
                    "it takes %d inputs, not one".formatted(inputs.size()), "merge them first");
        }
        return inputs.getFirst();
    }

    private String layer(
            String name, JsonNode settings, JsonNode preparation, List<String> inputs) {
        try {
            String from = prepared(name, preparation, only(inputs));
            if (channels.isEmpty() && settings.path("nin").isIntegralNumber()) {
                channels = Optional.of(settings.path("nin").intValue());
            }
            Dl4jLayers.translate(new Dl4jLayer(draft, name, settings, List.of(from), parameters));
        } catch (LayerProblem problem) {
            draft.problem(name, problem);
        }
        return name;
    }

    /// Adds what turns images into vectors or back in front of a layer.
    private String prepared(String name, JsonNode preparation, String input) {
        if (!preparation.isObject()) {
            return input;
        }
        String prepared = name + " input";
        switch (Dl4jLayer.type(preparation)) {
            case "CnnToFeedForwardPreProcessor" -> {
                boolean last = Typed.text(preparation, "format", "NCHW").equals("NHWC");
                Order order = last ? Order.CHANNELS_LAST : Order.CHANNELS_FIRST;
                draft.add(prepared, new Flatten(order), List.of(input));
            }
            case "FeedForwardToCnnPreProcessor" -> image(prepared, preparation, input);
            default ->
                    throw new LayerProblem(
                            "its input is changed by '%s', which is not known"
                                    .formatted(Dl4jLayer.type(preparation)),
                            "build the net for images");
        }
        return prepared;
    }

    /// In front of the first layer a vector is the image itself, row by row.
    private void image(String prepared, JsonNode preparation, String input) {
        int height = preparation.path("inputHeight").asInt();
        int width = preparation.path("inputWidth").asInt();
        int depth = preparation.path("numChannels").asInt();
        if (draft.result(input).equals(fovea.model.layered.Layered.IMAGE)) {
            try {
                size = Optional.of(new ImageSize(depth, height, width));
            } catch (IllegalArgumentException e) {
                throw new LayerProblem(
                        "it takes images of %d×%d×%d".formatted(depth, height, width),
                        "import a net for grey or colour images");
            }
            draft.passes(prepared, input);
        } else {
            draft.add(
                    prepared,
                    new ReshapeLayer(List.of(depth, height, width), Order.CHANNELS_FIRST),
                    List.of(input));
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
