package fovea.imports.keras;

import fovea.graph.Bias;
import fovea.imports.LayerProblem;
import fovea.imports.Turn;
import fovea.imports.keras.Settings.Flag;
import fovea.model.layered.Convolution;
import fovea.model.layered.Dense;
import fovea.model.layered.DepthwiseConvolution;
import fovea.model.layered.Padding;
import fovea.model.layered.Sliding;
import fovea.model.layered.TransposedConvolution;

import java.util.List;

/// Convolutions and linear layers.
final class Convolutions {
    private static final List<String> PADDINGS = List.of("valid", "same");

    private Convolutions() {}

    /// `Conv2D`
    static void convolution(Translation t) {
        Settings s = t.settings();
        Bias bias = bias(s);
        String name =
                t.add(new Convolution(s.count("filters"), window(s), s.count("groups", 1), bias));
        t.weight(name, "weight", 0, "kernel", Turn.convolution());
        bias(t, name, bias, 1);
        Activations.setting(t);
    }

    /// `DepthwiseConv2D`
    static void depthwise(Translation t) {
        Settings s = t.settings();
        Bias bias = bias(s);
        requireOneGroup(s);
        int multiplier = s.count("depth_multiplier", 1);
        String name = t.add(new DepthwiseConvolution(multiplier, window(s), bias));
        t.weight(name, "weight", 0, "kernel", new Turn.Depthwise(multiplier));
        bias(t, name, bias, 1);
        Activations.setting(t);
    }

    /// `SeparableConv2D`: a depthwise convolution, then one of single pixels.
    static void separable(Translation t) {
        Settings s = t.settings();
        Bias bias = bias(s);
        requireOneGroup(s);
        int multiplier = s.count("depth_multiplier", 1);
        String depthwise = t.add(new DepthwiseConvolution(multiplier, window(s), Bias.NONE));
        t.weight(depthwise, "weight", 0, "depthwise_kernel", new Turn.Depthwise(multiplier));
        Sliding pixel = Sliding.square(1, 1, Padding.VALID);
        String pointwise = t.add(new Convolution(s.count("filters"), pixel, 1, bias));
        t.weight(pointwise, "weight", 1, "pointwise_kernel", Turn.convolution());
        bias(t, pointwise, bias, 2);
        Activations.setting(t);
    }

    private static void requireOneGroup(Settings s) {
        if (s.count("groups", 1) != 1) {
            throw new LayerProblem("it has several groups", "build it without groups");
        }
    }

    /// `Conv2DTranspose`
    static void transposed(Translation t) {
        Settings s = t.settings();
        s.requireOff("output_padding", "only the usual size of the result is known");
        Bias bias = bias(s);
        Sliding window = window(s);
        boolean known =
                window.kernel().get(0) >= window.stride().get(0)
                        && window.kernel().get(1) >= window.stride().get(1)
                        && window.dilation().equals(List.of(1, 1))
                        && s.count("groups", 1) == 1;
        if (!known) {
            throw new LayerProblem(
                    "its kernel is smaller than its stride, or it is dilated or grouped",
                    "use a kernel of at least the stride, or upsampling and a convolution");
        }
        String name = t.add(new TransposedConvolution(s.count("filters"), window, bias));
        t.weight(name, "weight", 0, "kernel", Turn.convolution());
        bias(t, name, bias, 1);
        Activations.setting(t);
    }

    /// `Dense`
    static void dense(Translation t) {
        Settings s = t.settings();
        Bias bias = bias(s);
        String name = t.add(new Dense(s.count("units"), bias));
        t.weight(name, "weight", 0, "kernel", Turn.dense());
        bias(t, name, bias, 1);
        Activations.setting(t);
    }

    private static Bias bias(Settings s) {
        return s.flag("use_bias", Flag.ON) ? Bias.LEARNT : Bias.NONE;
    }

    private static void bias(Translation t, String name, Bias bias, int index) {
        if (bias == Bias.LEARNT) {
            t.weight(name, "bias", index, "bias", Turn.none());
        }
    }

    static Sliding window(Settings s) {
        return sliding(
                s.integers("kernel_size", 2, 1),
                s.integers("strides", 2, 1),
                s.integers("dilation_rate", 2, 1),
                padding(s));
    }

    static Padding padding(Settings s) {
        return s.choice("padding", PADDINGS).equals("same") ? Padding.SAME : Padding.VALID;
    }

    static Sliding sliding(
            List<Integer> kernel, List<Integer> stride, List<Integer> dilation, Padding padding) {
        for (List<Integer> pair : List.of(kernel, stride, dilation)) {
            if (pair.stream().anyMatch(size -> size < 1 || size > 4096)) {
                throw new LayerProblem(
                        "a window of %s, steps of %s and spacing of %s cannot be"
                                .formatted(kernel, stride, dilation),
                        "save the model again");
            }
        }
        return new Sliding(kernel, stride, dilation, padding, List.of(0));
    }
}
