package fovea.imports.dl4j;

import com.fasterxml.jackson.databind.JsonNode;

import fovea.imports.LayerProblem;
import fovea.model.layered.Activation;
import fovea.model.layered.Elu;
import fovea.model.layered.LeakyRelu;
import fovea.model.layered.Rescaling;

/// Activations of Deeplearning4j's layers.
final class Dl4jActivations {
    private Dl4jActivations() {}

    /// Adds what a layer's `activationFn` asks for.
    static void add(Dl4jLayer layer) {
        JsonNode function = layer.settings().path("activationFn");
        switch (Dl4jLayer.type(function)) {
            case "ActivationIdentity" -> {}
            case "ActivationReLU" -> relu(layer, function);
            case "ActivationReLU6" -> add(layer, Activation.Kind.RELU6);
            case "ActivationLReLU" -> layer.add(leaky(Typed.number(function, "alpha", 0.01)));
            case "ActivationELU" -> layer.add(new Elu(Typed.number(function, "alpha", 1)));
            case "ActivationSELU" -> add(layer, Activation.Kind.SELU);
            case "ActivationSigmoid" -> add(layer, Activation.Kind.SIGMOID);
            case "ActivationTanH" -> add(layer, Activation.Kind.TANH);
            case "ActivationSoftPlus" -> add(layer, Activation.Kind.SOFTPLUS);
            case "ActivationSoftSign" -> add(layer, Activation.Kind.SOFTSIGN);
            case "ActivationSwish" -> add(layer, Activation.Kind.SILU);
            case "ActivationMish" -> add(layer, Activation.Kind.MISH);
            case "ActivationSoftmax" -> add(layer, Activation.Kind.SOFTMAX);
            case "ActivationHardSigmoid" -> add(layer, Activation.Kind.STEEP_HARD_SIGMOID);
            case "ActivationGELU" -> gelu(layer, function);
            case "ActivationHardTanH" -> {
                // min(max(x, −1), 1) = min(max(3·x + 3, 0), 6) / 3 − 1
                layer.add(new Rescaling(3, 3));
                add(layer, Activation.Kind.RELU6);
                layer.add(new Rescaling(1.0 / 3, -1));
            }
            case "ActivationRectifiedTanh" -> {
                add(layer, Activation.Kind.TANH);
                add(layer, Activation.Kind.RELU);
            }
            default ->
                    throw new LayerProblem(
                            "the activation '%s' is not known".formatted(Dl4jLayer.type(function)),
                            "use a usual one, such as ReLU");
        }
    }

    private static void add(Dl4jLayer layer, Activation.Kind kind) {
        layer.add(new Activation(kind));
    }

    private static LeakyRelu leaky(double slope) {
        if (slope < 0 || slope > 1) {
            throw new LayerProblem("its slope is " + slope, "use a slope of 0 to 1");
        }
        return new LeakyRelu(slope);
    }

    private static void relu(Dl4jLayer layer, JsonNode function) {
        double most = Typed.number(function, "max", 0);
        double slope = Typed.number(function, "negativeSlope", 0);
        if (Typed.number(function, "threshold", 0) != 0 || (most != 0 && most != 6)) {
            throw new LayerProblem(
                    "a ReLU with a threshold, or one that ends elsewhere than at 6, is not known",
                    "use a plain ReLU");
        }
        if (slope != 0) {
            layer.add(leaky(slope));
        } else {
            add(layer, most == 6 ? Activation.Kind.RELU6 : Activation.Kind.RELU);
        }
    }

    /// x·sigmoid(1.702·x) (Hendrycks and Gimpel, 2016). What ND4J computes as the "precise" one is
    /// no GELU: it cubes 0.044715·x instead of x.
    private static void gelu(Dl4jLayer layer, JsonNode function) {
        if (Typed.flag(function, "precise", false)) {
            throw new LayerProblem(
                    "Deeplearning4j computes its 'precise' GELU by another formula than the"
                            + " published one",
                    "use the usual GELU");
        }
        layer.add(new Rescaling(1.702, 0));
        add(layer, Activation.Kind.SILU);
        layer.add(new Rescaling(1 / 1.702, 0));
    }
}
