package fovea.imports.keras;

import com.fasterxml.jackson.databind.JsonNode;

import fovea.imports.LayerProblem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The settings of a layer, which remembers what was asked for: a setting that nobody understands
/// must not be passed over in silence.
final class Settings {
    private static final String CURE =
            "save the model again with Keras, or use a layer with usual settings";

    /// What does not change the result of a net that is no longer trained.
    private static final Set<String> HARMLESS =
            Set.of(
                    "name",
                    "trainable",
                    "batch_input_shape",
                    "batch_shape",
                    "seed",
                    "noise_shape",
                    "sparse",
                    "ragged",
                    "optional",
                    "synchronized",
                    "renorm_momentum",
                    "fused",
                    "virtual_batch_size",
                    "supports_masking",
                    "input_dtype",
                    "autocast");

    private final JsonNode config;
    private final Set<String> asked = new HashSet<>();

    Settings(JsonNode config) {
        this.config = config;
        requireFloats();
        String format = text("data_format", "");
        if (format.equals("channels_first")) {
            throw new LayerProblem(
                    "its images have their channels first (data_format: channels_first)",
                    "build the model with channels last, which is Keras' usual way, and load the"
                            + " weights into it");
        }
    }

    /// A net of whole numbers is computed in another way.
    private void requireFloats() {
        JsonNode type = config.path("dtype");
        asked.add("dtype");
        String policy =
                type.isTextual() ? type.asText() : type.path("config").path("name").asText("");
        if (!policy.isEmpty() && !policy.matches("(mixed_)?b?float(16|32|64)")) {
            throw new LayerProblem(
                    "it computes in '" + policy + "', which is no floating point",
                    "save the model before it is quantized");
        }
    }

    private JsonNode ask(String key) {
        asked.add(key);
        return config.path(key);
    }

    /// The setting as it is written.
    JsonNode raw(String key) {
        return ask(key);
    }

    boolean has(String key) {
        return !ask(key).isMissingNode() && !ask(key).isNull();
    }

    int count(String key, int otherwise) {
        JsonNode value = ask(key);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.canConvertToInt() || !value.isIntegralNumber() || value.intValue() < 1) {
            throw wrong(key, value);
        }
        return value.intValue();
    }

    /// A count that must be given.
    int count(String key) {
        if (!has(key)) {
            throw new LayerProblem("its '" + key + "' is missing", CURE);
        }
        return count(key, 1);
    }

    double number(String key, double otherwise) {
        JsonNode value = ask(key);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw wrong(key, value);
        }
        return value.doubleValue();
    }

    /// One number or several, also in nested lists.
    List<Double> numbers(String key, double otherwise) {
        JsonNode value = ask(key);
        if (value.isMissingNode() || value.isNull()) {
            return List.of(otherwise);
        }
        List<Double> numbers = new ArrayList<>();
        gather(key, value, numbers);
        if (numbers.isEmpty()) {
            throw wrong(key, value);
        }
        return numbers;
    }

    private static void gather(String key, JsonNode value, List<Double> into) {
        if (value.isArray() && value.size() <= 16) {
            value.forEach(item -> gather(key, item, into));
        } else if (value.isNumber() && Double.isFinite(value.doubleValue())) {
            into.add(value.doubleValue());
        } else {
            throw wrong(key, value);
        }
    }

    /// Whole numbers, as many as wanted; a single number stands for all.
    List<Integer> integers(String key, int wanted, int otherwise) {
        JsonNode value = ask(key);
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            JsonNode item = value.isArray() ? value.path(i) : value;
            if ((item.isMissingNode() && !value.isArray()) || item.isNull()) {
                numbers.add(otherwise);
            } else if (item.isIntegralNumber() && item.canConvertToInt() && item.intValue() >= 0) {
                numbers.add(item.intValue());
            } else {
                throw wrong(key, value);
            }
        }
        if (value.isArray() && value.size() != wanted) {
            throw wrong(key, value);
        }
        return numbers;
    }

    boolean flag(String key, Flag otherwise) {
        JsonNode value = ask(key);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise == Flag.ON;
        }
        if (!value.isBoolean()) {
            throw wrong(key, value);
        }
        return value.booleanValue();
    }

    /// What a flag is where it is not given.
    enum Flag {
        ON,
        OFF
    }

    String text(String key, String otherwise) {
        JsonNode value = ask(key);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isTextual()) {
            throw wrong(key, value);
        }
        return value.asText();
    }

    /// One of several texts.
    String choice(String key, List<String> known) {
        String value = text(key, known.getFirst());
        if (!known.contains(value)) {
            throw new LayerProblem(
                    "its '%s' is '%s', known are %s".formatted(key, value, known), CURE);
        }
        return value;
    }

    /// An axis or a list of one; −1 if none is given.
    int axis(String key) {
        JsonNode value = ask(key);
        JsonNode one = value.isArray() && value.size() == 1 ? value.get(0) : value;
        if (one.isMissingNode()) {
            return -1;
        }
        if (!one.canConvertToInt()) {
            throw wrong(key, value);
        }
        return one.intValue();
    }

    /// A setting that must be off.
    void requireOff(String key, String why) {
        JsonNode value = ask(key);
        if (given(value)) {
            throw new LayerProblem("its '%s' is %s: %s".formatted(key, value, why), CURE);
        }
    }

    /// A setting that nobody asked for and that says something.
    Optional<String> notUnderstood() {
        for (Map.Entry<String, JsonNode> setting : config.properties()) {
            String key = setting.getKey();
            boolean passed =
                    asked.contains(key)
                            || HARMLESS.contains(key)
                            || key.endsWith("_initializer")
                            || key.endsWith("_regularizer")
                            || key.endsWith("_constraint");
            if (!passed && given(setting.getValue())) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    private static boolean given(JsonNode value) {
        boolean off = value.isBoolean() && !value.booleanValue();
        return !value.isMissingNode() && !value.isNull() && !off;
    }

    private static LayerProblem wrong(String key, JsonNode value) {
        String text = value.toString();
        String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        return new LayerProblem("its '%s' is %s, which cannot be".formatted(key, shown), CURE);
    }
}
