package fovea.imports.keras;

import com.fasterxml.jackson.databind.JsonNode;

import fovea.imports.LayerProblem;
import fovea.imports.Turn;
import fovea.model.layered.Activation;
import fovea.model.layered.Elu;
import fovea.model.layered.Layer;
import fovea.model.layered.LeakyRelu;
import fovea.model.layered.Prelu;
import fovea.model.layered.Rescaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Activations, as layers of their own or as a setting of others.
final class Activations {
    private Activations() {}

    /// Adds what the setting `activation` asks for.
    static void setting(Translation t) {
        JsonNode value = t.settings().raw("activation");
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        function(name(value), t.version()).ifPresent(t::add);
    }

    private static String name(JsonNode value) {
        if (value.isTextual()) {
            return value.asText();
        }
        boolean function = value.path("class_name").asText().equals("function");
        boolean builtIn = KerasModules.isOwn(value.path("module").asText(""));
        if (function && builtIn && value.path("config").isTextual()) {
            return value.path("config").asText();
        }
        throw new LayerProblem(
                "its activation is code of its own ('%s'), which is never run"
                        .formatted(
                                value.path("config").isTextual()
                                        ? value.path("config").asText()
                                        : value.path("class_name").asText()),
                "use one of Keras' activations by its name");
    }

    /// An activation by its name; empty for the linear one.
    private static Optional<Layer> function(String name, int version) {
        return switch (name) {
            case "linear" -> Optional.empty();
            case "leaky_relu" -> Optional.of(new LeakyRelu(0.2));
            case "elu" -> Optional.of(new Elu(1));
            default -> Optional.of(new Activation(kind(name, version)));
        };
    }

    static Activation.Kind kind(String name, int version) {
        return switch (name) {
            case "relu" -> Activation.Kind.RELU;
            case "relu6" -> Activation.Kind.RELU6;
            case "gelu" -> Activation.Kind.GELU;
            case "sigmoid" -> Activation.Kind.SIGMOID;
            case "tanh" -> Activation.Kind.TANH;
            case "silu", "swish" -> Activation.Kind.SILU;
            // Keras 3 changed the slope from 1/5 to 1/6.
            case "hard_sigmoid" ->
                    version < 3 ? Activation.Kind.STEEP_HARD_SIGMOID : Activation.Kind.HARD_SIGMOID;
            case "hard_silu", "hard_swish" -> Activation.Kind.HARD_SWISH;
            case "softplus" -> Activation.Kind.SOFTPLUS;
            case "softsign" -> Activation.Kind.SOFTSIGN;
            case "mish" -> Activation.Kind.MISH;
            case "selu" -> Activation.Kind.SELU;
            case "exponential", "exp" -> Activation.Kind.EXPONENTIAL;
            case "abs", "absolute" -> Activation.Kind.ABSOLUTE;
            case "square" -> Activation.Kind.SQUARE;
            case "sqrt" -> Activation.Kind.SQUARE_ROOT;
            case "softmax" -> Activation.Kind.SOFTMAX;
            default ->
                    throw new LayerProblem(
                            "the activation '%s' is not known".formatted(name),
                            "use another of Keras' activations");
        };
    }

    /// `Activation`
    static void activation(Translation t) {
        int before = t.draft().rank(t.input());
        if (before < 2) {
            throw new LayerProblem("it takes no image", "build the model for images");
        }
        JsonNode value = t.settings().raw("activation");
        function(name(value), t.version()).ifPresentOrElse(t::add, t::pass);
    }

    /// `Softmax`
    static void softmax(Translation t) {
        requireChannels(t, t.settings().axis("axis"));
        t.add(new Activation(Activation.Kind.SOFTMAX));
    }

    static void requireChannels(Translation t, int axis) {
        int channels = t.rank() - 1;
        if (axis != -1 && axis != channels) {
            throw new LayerProblem(
                    "it works along axis %d, and only the channels (%d) can be"
                            .formatted(axis, channels),
                    "let it work along the last axis");
        }
    }

    /// `ReLU`
    static void relu(Translation t) {
        Settings s = t.settings();
        boolean open = !s.has("max_value");
        double most = s.number("max_value", 6);
        double slope = s.number("negative_slope", 0);
        if (s.number("threshold", 0) != 0 || (slope != 0 && !open) || !(most > 0)) {
            throw new LayerProblem(
                    "a ReLU with a threshold, or with both a slope and an end, is not known",
                    "use a plain ReLU, one that ends (max_value), or a leaky one");
        }
        if (slope != 0) {
            t.add(leaky(slope));
        } else if (open) {
            t.add(new Activation(Activation.Kind.RELU));
        } else if (most == 6) {
            t.add(new Activation(Activation.Kind.RELU6));
        } else {
            t.add(new Rescaling(6 / most, 0));
            t.add(new Activation(Activation.Kind.RELU6));
            t.add(new Rescaling(most / 6, 0));
        }
    }

    /// `LeakyReLU`
    static void leakyRelu(Translation t) {
        Settings s = t.settings();
        t.add(leaky(s.number(s.has("negative_slope") ? "negative_slope" : "alpha", 0.3)));
    }

    private static LeakyRelu leaky(double slope) {
        if (slope < 0 || slope > 1) {
            throw new LayerProblem("its slope is " + slope, "use a slope of 0 to 1");
        }
        return new LeakyRelu(slope);
    }

    /// `ELU`
    static void elu(Translation t) {
        t.add(new Elu(t.settings().number("alpha", 1)));
    }

    /// `PReLU`
    static void prelu(Translation t) {
        JsonNode shared = t.settings().raw("shared_axes");
        List<Integer> axes = new ArrayList<>();
        shared.forEach(axis -> axes.add(axis.intValue()));
        boolean channel = !axes.isEmpty();
        if (channel && !(t.rank() == 4 && axes.equals(List.of(1, 2)))) {
            throw new LayerProblem(
                    "it shares its slopes along the axes " + axes,
                    "share them along rows and columns ([1, 2]), or not at all");
        }
        String name = t.add(new Prelu(channel ? Prelu.Shared.CHANNEL : Prelu.Shared.NONE));
        t.weight(name, "weight", 0, "alpha", new Turn.Slopes());
    }
}
