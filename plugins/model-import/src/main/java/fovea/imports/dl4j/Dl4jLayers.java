package fovea.imports.dl4j;

import com.fasterxml.jackson.databind.JsonNode;

import fovea.graph.Bias;
import fovea.graph.Op;
import fovea.imports.FileTensor;
import fovea.imports.LayerProblem;
import fovea.imports.Turn;
import fovea.model.layered.AveragePooling;
import fovea.model.layered.BatchNorm;
import fovea.model.layered.Convolution;
import fovea.model.layered.Cropping;
import fovea.model.layered.Dense;
import fovea.model.layered.DepthwiseConvolution;
import fovea.model.layered.DropoutLayer;
import fovea.model.layered.GlobalPooling;
import fovea.model.layered.MaxPooling;
import fovea.model.layered.Padding;
import fovea.model.layered.Sliding;
import fovea.model.layered.TransposedConvolution;
import fovea.model.layered.Upsampling;
import fovea.model.layered.ZeroPadding;

import java.util.List;

/// Which of Deeplearning4j's layers is which of ours, and in which order their parameters lie.
final class Dl4jLayers {
    private static final String CURE =
            "replace it with layers that are known, or train the net here: `fovea components` lists"
                    + " the nets";

    private Dl4jLayers() {}

    /// @throws LayerProblem if the layer, or something about it, is not known
    static void translate(Dl4jLayer layer) {
        dropout(layer);
        switch (layer.type()) {
            case "ConvolutionLayer", "Convolution2D" -> convolution(layer);
            case "Deconvolution2D" -> transposed(layer);
            case "DepthwiseConvolution2D" -> depthwise(layer);
            case "SeparableConvolution2D" -> separable(layer);
            case "DenseLayer", "OutputLayer" -> dense(layer);
            case "BatchNormalization" -> batchNorm(layer);
            case "SubsamplingLayer" -> pooling(layer);
            case "GlobalPoolingLayer" -> globalPooling(layer);
            case "ActivationLayer", "LossLayer" -> {
                layer.pass();
                Dl4jActivations.add(layer);
            }
            case "DropoutLayer" -> layer.pass();
            case "ZeroPaddingLayer" -> {
                List<Integer> sides = layer.integers("padding", 4);
                layer.add(new ZeroPadding(sides.get(0), sides.get(1), sides.get(2), sides.get(3)));
            }
            case "Cropping2D" -> {
                List<Integer> sides = layer.integers("cropping", 4);
                layer.add(new Cropping(sides.get(0), sides.get(1), sides.get(2), sides.get(3)));
            }
            case "Upsampling2D" -> upsampling(layer);
            default ->
                    throw new LayerProblem(
                            "layers of the class '" + layer.type() + "' are not known", CURE);
        }
    }

    /// A layer may zero parts of what it takes while training; `p` is the share that stays.
    private static void dropout(Dl4jLayer layer) {
        JsonNode dropout = layer.settings().path("idropout");
        double kept = Typed.number(dropout, "p", 1);
        if (Dl4jLayer.type(dropout).equals("Dropout") && kept > 0.001 && kept < 1) {
            layer.add(new DropoutLayer(1 - kept));
        } else if (dropout.isObject() && kept != 1) {
            layer.draft()
                    .note(
                            layer.name(),
                            "its noise (%s) was left out".formatted(Dl4jLayer.type(dropout)),
                            "this changes further training only");
        }
    }

    private static void convolution(Dl4jLayer layer) {
        int out = layer.count("nout");
        int in = layer.count("nin");
        Sliding window = layer.window();
        int height = window.kernel().get(0);
        int width = window.kernel().get(1);
        Bias bias = layer.bias();
        String name = layer.add(new Convolution(out, window, 1, bias));
        bias(layer, name, bias, out);
        FileTensor tensor = layer.parameters().take(name, out, in, height, width);
        weight(layer, name, tensor, Turn.none());
        Dl4jActivations.add(layer);
    }

    private static void transposed(Dl4jLayer layer) {
        int out = layer.count("nout");
        int in = layer.count("nin");
        Sliding window = layer.window();
        boolean known =
                window.kernel().get(0) >= window.stride().get(0)
                        && window.kernel().get(1) >= window.stride().get(1)
                        && window.dilation().equals(List.of(1, 1));
        if (!known) {
            throw new LayerProblem(
                    "its kernel is smaller than its stride, or it is dilated",
                    "use a kernel of at least the stride");
        }
        Bias bias = layer.bias();
        String name = layer.add(new TransposedConvolution(out, window, bias));
        bias(layer, name, bias, out);
        FileTensor tensor =
                layer.parameters()
                        .take(name, in, out, window.kernel().get(0), window.kernel().get(1));
        weight(layer, name, tensor, Turn.none());
        Dl4jActivations.add(layer);
    }

    private static void depthwise(Dl4jLayer layer) {
        int in = layer.count("nin");
        int multiplier = layer.count("depthMultiplier");
        Sliding window = layer.window();
        Bias bias = layer.bias();
        String name = layer.add(new DepthwiseConvolution(multiplier, window, bias));
        bias(layer, name, bias, in * multiplier);
        FileTensor tensor =
                layer.parameters()
                        .take(name, window.kernel().get(0), window.kernel().get(1), in, multiplier);
        weight(layer, name, tensor, new Turn.Depthwise(multiplier));
        Dl4jActivations.add(layer);
    }

    private static void separable(Dl4jLayer layer) {
        int in = layer.count("nin");
        int out = layer.count("nout");
        int multiplier = layer.count("depthMultiplier");
        Sliding window = layer.window();
        Bias bias = layer.bias();
        String depthwise = layer.add(new DepthwiseConvolution(multiplier, window, Bias.NONE));
        Sliding pixel = Sliding.square(1, 1, Padding.VALID);
        String pointwise = layer.add(new Convolution(out, pixel, 1, bias));
        bias(layer, pointwise, bias, out);
        FileTensor depths =
                layer.parameters()
                        .take(
                                depthwise,
                                multiplier,
                                in,
                                window.kernel().get(0),
                                window.kernel().get(1));
        weight(layer, depthwise, depths, new Turn.MultiplierFirst(multiplier));
        FileTensor points = layer.parameters().take(pointwise, out, in * multiplier, 1, 1);
        weight(layer, pointwise, points, Turn.none());
        Dl4jActivations.add(layer);
    }

    /// The weight lies column by column, which is just our order.
    private static void dense(Dl4jLayer layer) {
        int in = layer.count("nin");
        int out = layer.count("nout");
        Bias bias = layer.bias();
        if (Typed.flag(layer.settings(), "hasLayerNorm", false)) {
            throw new LayerProblem("it has a layer norm inside", "use a plain dense layer");
        }
        String name = layer.add(new Dense(out, bias));
        weight(layer, name, layer.parameters().take(name, out, in), Turn.none());
        bias(layer, name, bias, out);
        Dl4jActivations.add(layer);
    }

    private static void bias(Dl4jLayer layer, String name, Bias bias, int count) {
        if (bias == Bias.LEARNT) {
            FileTensor tensor = layer.parameters().take(name + ".bias", count);
            layer.draft().weights(name, "bias", tensor, Turn.none());
        }
    }

    private static void weight(Dl4jLayer layer, String name, FileTensor tensor, Turn turn) {
        layer.draft().weights(name, "weight", tensor, turn);
    }

    /// Its own `activationFn` is not used by Deeplearning4j.
    private static void batchNorm(Dl4jLayer layer) {
        JsonNode s = layer.settings();
        int channels = layer.count("nout");
        boolean locked = Typed.flag(s, "lockGammaBeta", false);
        double momentum = Math.clamp(1 - Typed.number(s, "decay", 0.9), 0, 1);
        double epsilon = Math.clamp(Typed.number(s, "eps", 1e-5), 0, 1e6);
        Bias affine = locked ? Bias.NONE : Bias.LEARNT;
        if (locked && (Typed.number(s, "gamma", 1) != 1 || Typed.number(s, "beta", 0) != 0)) {
            throw new LayerProblem("its fixed gamma and beta are not 1 and 0", "let it learn them");
        }
        String name = layer.add(new BatchNorm(epsilon, momentum, affine, affine));
        Parameters parameters = layer.parameters();
        if (!locked) {
            put(layer, name, "weight", parameters.take(name + ".gamma", channels));
            put(layer, name, "bias", parameters.take(name + ".beta", channels));
        }
        put(layer, name, "running_mean", parameters.take(name + ".mean", channels));
        boolean logarithm = Typed.flag(s, "useLogStd", false);
        FileTensor variance =
                logarithm
                        ? parameters.take(name + ".log10stdev", x -> Math.pow(10, 2 * x), channels)
                        : parameters.take(name + ".var", channels);
        put(layer, name, "running_var", variance);
    }

    private static void put(Dl4jLayer layer, String name, String parameter, FileTensor tensor) {
        layer.draft().weights(name, parameter, tensor, Turn.none());
    }

    private static void pooling(Dl4jLayer layer) {
        Sliding window = layer.window();
        if (!window.dilation().equals(List.of(1, 1))) {
            throw new LayerProblem("its window is dilated", "pool without dilation");
        }
        boolean all = Typed.flag(layer.settings(), "avgPoolIncludePadInDivisor", false);
        String taken = Typed.text(layer.settings(), "poolingType", "");
        switch (taken) {
            case "MAX" -> layer.add(new MaxPooling(window));
            case "AVG" ->
                    layer.add(
                            new AveragePooling(
                                    window,
                                    all
                                            ? AveragePooling.Counted.ALL
                                            : AveragePooling.Counted.INSIDE));
            default ->
                    throw new LayerProblem(
                            "it pools by '" + taken + "'", "pool by the mean or the maximum");
        }
    }

    private static void globalPooling(Dl4jLayer layer) {
        String taken = Typed.text(layer.settings(), "poolingType", "");
        boolean collapse = Typed.flag(layer.settings(), "collapseDimensions", true);
        GlobalPooling.Result result =
                collapse ? GlobalPooling.Result.VECTOR : GlobalPooling.Result.MAP;
        switch (taken) {
            case "MAX" -> layer.add(new GlobalPooling(GlobalPooling.Taken.MAXIMUM, result));
            case "AVG" -> layer.add(new GlobalPooling(GlobalPooling.Taken.AVERAGE, result));
            default ->
                    throw new LayerProblem(
                            "it pools by '" + taken + "'", "pool by the mean or the maximum");
        }
    }

    private static void upsampling(Dl4jLayer layer) {
        List<Integer> size = layer.integers("size", 2);
        if (!size.get(0).equals(size.get(1)) || size.get(0) < 1 || size.get(0) > 64) {
            throw new LayerProblem(
                    "it makes images %s times larger".formatted(size),
                    "use one factor for height and width");
        }
        layer.add(new Upsampling(size.get(0), Op.Interpolation.NEAREST));
    }
}
