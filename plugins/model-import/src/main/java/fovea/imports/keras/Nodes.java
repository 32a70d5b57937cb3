package fovea.imports.keras;

import com.fasterxml.jackson.databind.JsonNode;

import fovea.imports.LayerProblem;
import fovea.imports.keras.KerasLayer.Operand;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How layers are connected, as Keras 2 and Keras 3 write it.
final class Nodes {
    private static final String TENSOR = "__keras_tensor__";
    private static final String AGAIN = "build the model from layers that take images only";

    private Nodes() {}

    /// The names of input or output layers: `["x", 0, 0]`, `[["x", 0, 0], …]` or a map of these.
    static List<String> ends(JsonNode written) {
        if (written.path(0).isTextual()) {
            return List.of(written.path(0).asText());
        }
        List<String> names = new ArrayList<>();
        written.forEach(each -> names.addAll(ends(each)));
        return names;
    }

    /// What the only call of a layer takes.
    ///
    /// @throws LayerProblem if it is called twice or takes what is no image
    static List<Operand> operands(JsonNode layer) {
        JsonNode calls = layer.path("inbound_nodes");
        if (calls.size() != 1) {
            throw new LayerProblem(
                    calls.isEmpty()
                            ? "nothing is connected with it"
                            : "it is used %d times with the same weights".formatted(calls.size()),
                    "give each place a layer of its own");
        }
        JsonNode call = calls.get(0);
        if (trains(call) && !Augmentations.KNOWN.contains(layer.path("class_name").asText())) {
            throw new LayerProblem(
                    "it is called with training=True, as if it were always trained",
                    "call it without");
        }
        List<Operand> operands = new ArrayList<>();
        if (call.isObject()) {
            call.path("args").forEach(argument -> add(argument, operands));
            keywords(call.path("kwargs"), operands);
        } else if (isOldResult(call)) {
            addOld(call, operands);
        } else {
            call.forEach(result -> addOld(result, operands));
        }
        return operands;
    }

    /// Keras 3: tensors and numbers, alone or in lists.
    private static void add(JsonNode argument, List<Operand> operands) {
        if (argument.path("class_name").asText().equals(TENSOR)) {
            JsonNode history = argument.path("config").path("keras_history");
            operands.add(result(history.path(0), history.path(2)));
        } else if (argument.isArray()) {
            argument.forEach(item -> add(item, operands));
        } else if (argument.isNumber()) {
            operands.add(new Operand.Constant(argument.doubleValue()));
        } else if (!argument.isNull()) {
            throw new LayerProblem("it takes " + shown(argument) + " besides tensors", AGAIN);
        }
    }

    private static boolean trains(JsonNode call) {
        JsonNode old = isOldResult(call) ? call : call.path(0);
        return call.path("kwargs").path("training").asBoolean()
                || old.path(3).path("training").asBoolean();
    }

    private static boolean isOldResult(JsonNode call) {
        return call.isArray() && call.path(0).isTextual();
    }

    /// Keras 2: `["x", 0, 0, {"y": 2.0}]`.
    private static void addOld(JsonNode written, List<Operand> operands) {
        if (!isOldResult(written)) {
            throw new LayerProblem("it takes " + shown(written) + " besides tensors", AGAIN);
        }
        operands.add(result(written.path(0), written.path(2)));
        keywords(written.path(3), operands);
    }

    private static Operand result(JsonNode layer, JsonNode index) {
        if (index.intValue() != 0) {
            throw new LayerProblem(
                    "it takes a second result of '" + layer.asText() + "'",
                    "build the model from layers with one result");
        }
        return new Operand.Result(layer.asText());
    }

    private static void keywords(JsonNode keywords, List<Operand> operands) {
        for (Map.Entry<String, JsonNode> keyword : keywords.properties()) {
            JsonNode value = keyword.getValue();
            boolean off = value.isNull() || (value.isBoolean() && !value.booleanValue());
            boolean said = keyword.getKey().equals("training") || keyword.getKey().equals("name");
            if (off || (said && value.isValueNode())) {
                continue;
            }
            boolean operand = keyword.getKey().matches("x|y|x1|x2|a|b");
            if (operand && value.isNumber()) {
                operands.add(new Operand.Constant(value.doubleValue()));
            } else if (operand && isOldResult(value)) {
                operands.add(result(value.path(0), value.path(2)));
            } else if (operand && value.isObject()) {
                add(value, operands);
            } else {
                throw new LayerProblem(
                        "it is called with %s=%s".formatted(keyword.getKey(), shown(value)), AGAIN);
            }
        }
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
