package fovea.imports.keras;

import fovea.graph.Bias;
import fovea.imports.FileTensor;
import fovea.imports.LayerProblem;
import fovea.imports.NetDraft;
import fovea.imports.Turn;
import fovea.imports.keras.Settings.Flag;
import fovea.model.layered.BatchNorm;
import fovea.model.layered.DepthwiseConvolution;
import fovea.model.layered.LayerNorm;
import fovea.model.layered.Padding;
import fovea.model.layered.Sliding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Normalisation, learnt and fixed.
final class Norms {
    private static final double LEAST_DEVIATION = 1e-7;
    private static final int MOST_CHANNELS = 4;

    private Norms() {}

    /// `BatchNormalization`
    static void batch(Translation t) {
        Settings s = t.settings();
        Activations.requireChannels(t, s.axis("axis"));
        s.requireOff("renorm", "batch renormalisation is not known");
        s.requireOff("renorm_clipping", "batch renormalisation is not known");
        Bias gain = learnt(s, "scale");
        Bias shift = learnt(s, "center");
        double momentum = Math.clamp(1 - s.number("momentum", 0.99), 0, 1);
        String name =
                t.add(new BatchNorm(positive(s.number("epsilon", 1e-3)), momentum, gain, shift));
        int next = affine(t, name, gain, shift);
        t.weight(name, "running_mean", next, "moving_mean", Turn.none());
        t.weight(name, "running_var", next + 1, "moving_variance", Turn.none());
    }

    /// `LayerNormalization`
    static void layer(Translation t) {
        Settings s = t.settings();
        Activations.requireChannels(t, s.axis("axis"));
        s.requireOff("rms_scaling", "only the usual layer normalisation is known");
        Bias gain = learnt(s, "scale");
        Bias shift = learnt(s, "center");
        String name = t.add(new LayerNorm(positive(s.number("epsilon", 1e-3)), gain, shift));
        affine(t, name, gain, shift);
    }

    private static double positive(double epsilon) {
        if (epsilon < 0 || epsilon > 1e6) {
            throw new LayerProblem("its epsilon is " + epsilon, "use a small one above 0");
        }
        return epsilon;
    }

    private static Bias learnt(Settings s, String key) {
        return s.flag(key, Flag.ON) ? Bias.LEARNT : Bias.NONE;
    }

    /// @return the index of the variable after these
    private static int affine(Translation t, String name, Bias gain, Bias shift) {
        int next = 0;
        if (gain == Bias.LEARNT) {
            t.weight(name, "weight", next++, "gamma", Turn.none());
        }
        if (shift == Bias.LEARNT) {
            t.weight(name, "bias", next++, "beta", Turn.none());
        }
        return next;
    }

    /// `LayerScale` of ConvNeXt: each channel by a learnt number, as a convolution of single
    /// pixels.
    static void layerScale(Translation t) {
        t.settings().number("init_values", 0);
        t.settings().count("projection_dim", 1);
        Sliding pixel = Sliding.square(1, 1, Padding.VALID);
        String name = t.add(new DepthwiseConvolution(1, pixel, Bias.NONE));
        t.weight(name, "weight", 0, "", new Turn.Spread());
    }

    /// `Rescaling`
    static void rescaling(Translation t) {
        Settings s = t.settings();
        List<Double> factors = s.numbers("scale", 1);
        List<Double> offsets = s.numbers("offset", 0);
        int channels = Math.max(factors.size(), offsets.size());
        t.draft()
                .affine(
                        t.layer().name(),
                        t.input(),
                        new NetDraft.Affine(spread(factors, channels), spread(offsets, channels)));
    }

    private static List<Double> spread(List<Double> values, int channels) {
        if (values.size() != 1 && values.size() != channels) {
            throw LayerProblem.numbersForChannels(values.size(), channels);
        }
        return values.size() == channels
                ? values
                : Collections.nCopies(channels, values.getFirst());
    }

    /// `Normalization`: (x − mean) / √variance, from the settings or from data seen before.
    static void fixed(Translation t) {
        Settings s = t.settings();
        Activations.requireChannels(t, s.axis("axis"));
        s.requireOff("invert", "only the usual direction is known");
        boolean told = s.has("mean") && s.has("variance");
        List<Double> mean = told ? s.numbers("mean", 0) : numbers(t, 0, "mean");
        List<Double> variance = told ? s.numbers("variance", 1) : numbers(t, 1, "variance");
        for (int i = told ? 0 : 2; i < t.variables(); i++) {
            t.variable(i, "");
        }
        int channels = Math.max(mean.size(), variance.size());
        List<Double> factors = new ArrayList<>();
        List<Double> offsets = new ArrayList<>();
        for (int c = 0; c < channels; c++) {
            double value = spread(variance, channels).get(c);
            double factor = 1 / Math.max(Math.sqrt(value), LEAST_DEVIATION);
            factors.add(factor);
            offsets.add(-spread(mean, channels).get(c) * factor);
        }
        t.draft().affine(t.layer().name(), t.input(), new NetDraft.Affine(factors, offsets));
    }

    private static List<Double> numbers(Translation t, int index, String name) {
        FileTensor tensor = t.variable(index, name);
        long count =
                tensor.shape().stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
        if (count < 1 || count > MOST_CHANNELS) {
            throw new LayerProblem(
                    "its '%s' has the shape %s".formatted(name, tensor.shape()),
                    "normalise the channels of images");
        }
        List<Double> numbers = new ArrayList<>();
        for (float value : tensor.read()) {
            numbers.add((double) value);
        }
        return numbers;
    }
}
