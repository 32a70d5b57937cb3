package fovea.imports.keras;

import fovea.imports.LayerProblem;
import fovea.model.layered.Activation;
import fovea.model.layered.GlobalPooling;
import fovea.model.layered.Merge;

import java.util.Locale;

/// Which of Keras' layers is which of ours.
final class KerasLayers {
    private static final String CURE =
            "replace it with layers that are known, or train the net here: `fovea components` lists"
                    + " the nets";

    private KerasLayers() {}

    /// @throws LayerProblem if the layer, or something about it, is not known
    static void translate(Translation t) {
        KerasLayer layer = t.layer();
        if (layer.type().equals("Lambda")) {
            throw new LayerProblem(
                    "a Lambda layer holds code, which is never run",
                    "replace it with layers of Keras and save the model again");
        }
        if (layer.operation()) {
            operation(t, layer.type());
            t.finish();
            return;
        }
        requireOwn(layer);
        if (Augmentations.KNOWN.contains(layer.type())) {
            Augmentations.leaveOut(t);
            return;
        }
        layer(t, layer.type());
        t.finish();
    }

    /// A `Resizing` that sees the image first and alone: images are brought to its size while they
    /// are read.
    ///
    /// @throws LayerProblem if something about it is not known
    static void resizeAtTheFront(Translation t) {
        requireOwn(t.layer());
        Shapes.resizing(t);
        t.finish();
    }

    private static void requireOwn(KerasLayer layer) {
        if (!KerasModules.isOwn(layer.module())) {
            throw new LayerProblem(
                    "'%s' from '%s' is code of its own, which the file does not hold"
                            .formatted(layer.type(), layer.module()),
                    "replace it with layers of Keras and save the model again");
        }
    }

    private static void layer(Translation t, String type) {
        switch (type) {
            case "Conv2D", "Convolution2D" -> Convolutions.convolution(t);
            case "DepthwiseConv2D" -> Convolutions.depthwise(t);
            case "SeparableConv2D" -> Convolutions.separable(t);
            case "Conv2DTranspose" -> Convolutions.transposed(t);
            case "Dense" -> Convolutions.dense(t);
            case "BatchNormalization", "BatchNormalizationV1" -> Norms.batch(t);
            case "LayerNormalization" -> Norms.layer(t);
            case "LayerScale" -> Norms.layerScale(t);
            case "Rescaling" -> Norms.rescaling(t);
            case "Normalization" -> Norms.fixed(t);
            case "MaxPooling2D" -> Poolings.maximum(t);
            case "AveragePooling2D" -> Poolings.average(t);
            case "GlobalAveragePooling2D" -> Poolings.global(t, GlobalPooling.Taken.AVERAGE);
            case "GlobalMaxPooling2D" -> Poolings.global(t, GlobalPooling.Taken.MAXIMUM);
            case "Activation" -> Activations.activation(t);
            case "ReLU" -> Activations.relu(t);
            case "LeakyReLU" -> Activations.leakyRelu(t);
            case "ELU" -> Activations.elu(t);
            case "PReLU" -> Activations.prelu(t);
            case "Softmax" -> Activations.softmax(t);
            case "Flatten" -> Shapes.flatten(t);
            case "Reshape" -> Shapes.reshape(t);
            case "ZeroPadding2D" -> Shapes.zeroPadding(t);
            case "Cropping2D" -> Shapes.cropping(t);
            case "UpSampling2D" -> Shapes.upsampling(t);
            case "Dropout", "SpatialDropout2D", "GaussianDropout", "AlphaDropout" ->
                    Shapes.dropout(t);
            case "Add" -> Merges.layers(t, Merge.How.ADD);
            case "Subtract" -> Merges.layers(t, Merge.How.SUBTRACT);
            case "Multiply" -> Merges.layers(t, Merge.How.MULTIPLY);
            case "Average" -> Merges.layers(t, Merge.How.AVERAGE);
            case "Maximum" -> Merges.layers(t, Merge.How.MAXIMUM);
            case "Minimum" -> Merges.layers(t, Merge.How.MINIMUM);
            case "Concatenate" -> Merges.concat(t);
            case "Identity" -> t.pass();
            case "StochasticDepth" -> Shapes.stochasticDepth(t);
            case "ActivityRegularization" -> {
                t.settings().number("l1", 0);
                t.settings().number("l2", 0);
                t.pass();
            }
            case "TFOpLambda" -> {
                String function = t.settings().text("function", "");
                operation(t, function.substring(function.lastIndexOf('.') + 1));
            }
            default ->
                    throw new LayerProblem(
                            "layers of the class '" + type + "' are not known", CURE);
        }
    }

    /// A function that was called without a layer, as in `x * 2`.
    private static void operation(Translation t, String name) {
        String plain = name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        switch (plain) {
            case "add" -> Merges.operation(t, Merge.How.ADD);
            case "subtract", "sub" -> Merges.operation(t, Merge.How.SUBTRACT);
            case "multiply", "mul" -> Merges.operation(t, Merge.How.MULTIPLY);
            case "divide", "true_divide", "truediv" -> Merges.operation(t, Merge.How.DIVIDE);
            case "maximum" -> Merges.operation(t, Merge.How.MAXIMUM);
            case "minimum" -> Merges.operation(t, Merge.How.MINIMUM);
            case "relu",
                    "relu6",
                    "sigmoid",
                    "tanh",
                    "silu",
                    "swish",
                    "softplus",
                    "softsign",
                    "exp",
                    "abs",
                    "absolute",
                    "square",
                    "sqrt" -> {
                t.input();
                t.add(new Activation(Activations.kind(plain, t.version())));
            }
            default ->
                    throw new LayerProblem(
                            "the operation '" + name + "' is not known",
                            "replace it with layers of Keras and save the model again");
        }
    }
}
