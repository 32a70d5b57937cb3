package fovea.imports.keras;

import com.fasterxml.jackson.databind.JsonNode;

import fovea.imports.LayerProblem;
import fovea.imports.NetDraft;
import fovea.imports.keras.KerasLayer.Operand;
import fovea.imports.keras.KerasLayer.WeightPlace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The layers of a Keras model in order, taken out of the models they are nested in.
final class KerasGraph {
    private static final Set<String> MODELS = Set.of("Functional", "Model", "Sequential");
    private static final int MOST_LAYERS = 10_000;
    private static final int DEEPEST = 20;
    private static final String AGAIN = "save the model again with Keras";

    private final NetDraft draft;
    private final List<KerasLayer> layers = new ArrayList<>();
    private final Map<String, String> aliases = new HashMap<>();
    private Optional<JsonNode> shape = Optional.empty();
    private Optional<String> image = Optional.empty();
    private String output = "";

    private KerasGraph(NetDraft draft) {
        this.draft = draft;
    }

    /// A model that is being taken apart.
    ///
    /// @param prefix of its layers' names
    /// @param group where its weights are in an archive
    /// @param outermost the layer of the whole model that holds it; empty for the whole model
    /// @param input what enters it; empty for the image
    private record Nest(
            String prefix,
            String group,
            Optional<String> outermost,
            Optional<String> input,
            int depth) {
        String full(String name) {
            return prefix + name;
        }
    }

    /// Takes a model apart. What stands against it is told to the draft.
    static KerasGraph of(JsonNode model, NetDraft draft) {
        KerasGraph graph = new KerasGraph(draft);
        Nest whole = new Nest("", "", Optional.empty(), Optional.empty(), 0);
        try {
            graph.output = graph.model(model, whole);
        } catch (LayerProblem problem) {
            draft.problem("model", problem);
        }
        return graph;
    }

    /// In an order in which each comes after those it takes.
    List<KerasLayer> layers() {
        return layers;
    }

    /// The name of the layer whose result is the model's.
    String output() {
        return output;
    }

    /// The shape of what enters, with the samples' axis; empty if the file does not tell it.
    Optional<JsonNode> shape() {
        return shape;
    }

    /// The name under which layers take the image.
    Optional<String> image() {
        return image;
    }

    /// How many layers take the image.
    long seers() {
        return layers.stream()
                .flatMap(layer -> layer.inputs().stream())
                .filter(input -> Optional.of(input).equals(image))
                .count();
    }

    /// @return the name of the layer whose result is the model's
    private String model(JsonNode model, Nest nest) {
        JsonNode config = model.path("config");
        JsonNode list = config.isArray() ? config : config.path("layers");
        if (!MODELS.contains(model.path("class_name").asText()) || !list.isArray()) {
            throw new LayerProblem(
                    "the model is of a class of its own ('%s'), and the file does not hold its code"
                            .formatted(model.path("class_name").asText()),
                    "build it with the Sequential or the functional API");
        }
        if (nest.depth() > DEEPEST) {
            throw new LayerProblem("its models are nested too deep", AGAIN);
        }
        return model.path("class_name").asText().equals("Sequential")
                ? sequential(model, list, nest)
                : functional(config, list, nest);
    }

    private String sequential(JsonNode model, JsonNode list, Nest nest) {
        Counter counter = new Counter(nest.group());
        String before = nest.input().orElse("image");
        if (nest.input().isEmpty()) {
            enters(before);
            // The first layer, the model itself and what it was built with may tell the shape.
            JsonNode config = model.path("config");
            learnShape(config.path("build_input_shape"));
            learnShape(model.path("build_config").path("input_shape"));
        }
        for (JsonNode layer : list) {
            learnShape(layer, nest);
            if (!isInput(layer)) {
                List<Operand> operands = List.of(new Operand.Result(before));
                before = layer(layer, operands, nest, counter);
            }
        }
        return before;
    }

    private String functional(JsonNode config, JsonNode list, Nest nest) {
        Counter counter = new Counter(nest.group());
        List<String> inputs = Nodes.ends(config.path("input_layers"));
        List<String> outputs = Nodes.ends(config.path("output_layers"));
        if (inputs.size() != 1 || outputs.size() != 1) {
            throw new LayerProblem(
                    "the model has %d inputs and %d outputs"
                            .formatted(inputs.size(), outputs.size()),
                    "save a model that takes one image and gives one result");
        }
        for (JsonNode layer : list) {
            String name = nest.full(name(layer));
            if (isInput(layer)) {
                learnShape(layer, nest);
                nest.input().ifPresentOrElse(from -> aliases.put(name, from), () -> enters(name));
            } else {
                String result = layer(layer, operands(layer, nest), nest, counter);
                aliases.put(name, result);
            }
        }
        return aliases.getOrDefault(nest.full(outputs.getFirst()), outputs.getFirst());
    }

    private void enters(String name) {
        image = Optional.of(name);
        aliases.put(name, name);
        draft.image(name);
    }

    private List<Operand> operands(JsonNode layer, Nest nest) {
        String name = nest.full(name(layer));
        List<Operand> operands = List.of();
        try {
            operands = Nodes.operands(layer);
        } catch (LayerProblem problem) {
            draft.problem(name, problem);
        }
        return operands.stream()
                .<Operand>map(
                        operand ->
                                switch (operand) {
                                    case Operand.Result(String from) ->
                                            new Operand.Result(known(nest.full(from)));
                                    case Operand.Constant constant -> constant;
                                })
                .toList();
    }

    private String known(String name) {
        return aliases.getOrDefault(name, name);
    }

    private String layer(JsonNode layer, List<Operand> operands, Nest nest, Counter counter) {
        if (layers.size() >= MOST_LAYERS) {
            throw new LayerProblem("it has more than " + MOST_LAYERS + " layers", AGAIN);
        }
        String type = layer.path("class_name").asText();
        String name = nest.full(name(layer));
        String module = layer.path("module").asText("");
        boolean model = isModel(layer);
        boolean operation = !model && KerasModules.isOperation(module, layer.path("config"));
        String group = operation ? "" : counter.group(type);
        if (model) {
            return nested(layer, operands, nest, group);
        }
        String own = name(layer);
        WeightPlace place = new WeightPlace(group, nest.outermost().orElse(own), own);
        layers.add(new KerasLayer(name, type, module, layer.path("config"), operands, place));
        return name;
    }

    private String nested(JsonNode layer, List<Operand> operands, Nest nest, String group) {
        String name = name(layer);
        if (operands.size() != 1 || !(operands.getFirst() instanceof Operand.Result(var from))) {
            draft.problem(
                    nest.full(name),
                    new LayerProblem(
                            "this model inside the model takes several inputs",
                            "build it from layers that take one image"));
            return nest.full(name);
        }
        return model(
                layer,
                new Nest(
                        nest.full(name) + "/",
                        group + "/",
                        Optional.of(nest.outermost().orElse(name)),
                        Optional.of(from),
                        nest.depth() + 1));
    }

    private void learnShape(JsonNode layer, Nest nest) {
        if (nest.input().isEmpty()) {
            learnShape(layer.path("config").path("batch_shape"));
            learnShape(layer.path("config").path("batch_input_shape"));
        }
    }

    private void learnShape(JsonNode told) {
        if (shape.isEmpty() && told.isArray()) {
            // Older files wrap the shape of the only input in a list.
            shape = Optional.of(told.size() == 1 && told.get(0).isArray() ? told.get(0) : told);
        }
    }

    private static boolean isModel(JsonNode layer) {
        JsonNode config = layer.path("config");
        return MODELS.contains(layer.path("class_name").asText())
                && (config.isArray() || config.path("layers").isArray());
    }

    private static boolean isInput(JsonNode layer) {
        return layer.path("class_name").asText().equals("InputLayer");
    }

    private static String name(JsonNode layer) {
        String name = layer.path("config").path("name").asText("");
        return name.isEmpty() ? layer.path("name").asText("") : name;
    }

    /// Counts the layers of each class of one model, as Keras does to name their weights.
    private static final class Counter {
        private final String container;
        private final Map<String, Integer> counts = new HashMap<>();

        Counter(String group) {
            container = group + "layers/";
        }

        String group(String type) {
            String plain =
                    type.replaceAll("\\W+", "")
                            .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
                            .replaceAll("([a-z])([A-Z])", "$1_$2")
                            .toLowerCase(java.util.Locale.ROOT);
            int before = counts.merge(plain, 1, Integer::sum) - 1;
            return container + (before == 0 ? plain : plain + "_" + before);
        }
    }
}
