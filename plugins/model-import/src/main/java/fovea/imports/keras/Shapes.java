package fovea.imports.keras;

import com.fasterxml.jackson.databind.JsonNode;

import fovea.graph.Op;
import fovea.imports.LayerProblem;
import fovea.imports.keras.Settings.Flag;
import fovea.model.layered.Cropping;
import fovea.model.layered.DropoutLayer;
import fovea.model.layered.Flatten;
import fovea.model.layered.Order;
import fovea.model.layered.ReshapeLayer;
import fovea.model.layered.Upsampling;
import fovea.model.layered.ZeroPadding;

import java.util.ArrayList;
import java.util.List;

/// Layers that move, add or drop elements.
final class Shapes {
    private static final List<String> INTERPOLATIONS =
            List.of("bilinear", "nearest", "bicubic", "lanczos3", "lanczos5", "area");

    private Shapes() {}

    /// `Flatten`
    static void flatten(Translation t) {
        t.add(new Flatten(Order.CHANNELS_LAST));
    }

    /// `Reshape`
    static void reshape(Translation t) {
        List<Integer> shape = new ArrayList<>();
        JsonNode target = t.settings().raw("target_shape");
        target.forEach(size -> shape.add(size.isIntegralNumber() ? size.intValue() : 0));
        try {
            t.add(new ReshapeLayer(shape, Order.CHANNELS_LAST));
        } catch (IllegalArgumentException e) {
            throw new LayerProblem(
                    "its target shape is " + target, "give one to three sizes, one of them −1");
        }
    }

    /// `ZeroPadding2D`
    static void zeroPadding(Translation t) {
        List<Integer> sides = sides(t.settings(), "padding", 1);
        t.add(new ZeroPadding(sides.get(0), sides.get(1), sides.get(2), sides.get(3)));
    }

    /// `Cropping2D`
    static void cropping(Translation t) {
        List<Integer> sides = sides(t.settings(), "cropping", 0);
        t.add(new Cropping(sides.get(0), sides.get(1), sides.get(2), sides.get(3)));
    }

    /// Top, bottom, left and right: a number, `[rows, columns]` or `[[top, bottom], [left,
    /// right]]`.
    private static List<Integer> sides(Settings s, String key, int otherwise) {
        JsonNode value = s.raw(key);
        List<Integer> sides = new ArrayList<>();
        if (value.isArray() && value.size() == 2) {
            value.forEach(pair -> addPair(pair, sides));
        } else {
            addPair(value, sides);
            sides.addAll(List.copyOf(sides));
        }
        if (value.isMissingNode()) {
            return List.of(otherwise, otherwise, otherwise, otherwise);
        }
        if (sides.size() != 4 || sides.stream().anyMatch(side -> side < 0 || side > 8192)) {
            throw new LayerProblem(
                    "its '%s' is %s".formatted(key, value), "give pixels for each side");
        }
        return sides;
    }

    private static void addPair(JsonNode pair, List<Integer> into) {
        if (pair.isArray() && pair.size() == 2) {
            into.add(pair.get(0).asInt(-1));
            into.add(pair.get(1).asInt(-1));
        } else {
            into.add(pair.asInt(-1));
            into.add(pair.asInt(-1));
        }
    }

    /// `UpSampling2D`
    static void upsampling(Translation t) {
        Settings s = t.settings();
        List<Integer> size = s.integers("size", 2, 2);
        if (!size.get(0).equals(size.get(1)) || size.get(0) < 1 || size.get(0) > 64) {
            throw new LayerProblem(
                    "it makes images %s times larger".formatted(size),
                    "use one factor for height and width");
        }
        boolean nearest =
                s.choice("interpolation", List.of("nearest", "bilinear")).equals("nearest");
        t.add(
                new Upsampling(
                        size.get(0),
                        nearest ? Op.Interpolation.NEAREST : Op.Interpolation.BILINEAR));
    }

    /// `Resizing` of the images themselves, which is done while they are read.
    static void resizing(Translation t) {
        Settings s = t.settings();
        s.count("height");
        s.count("width");
        s.requireOff("crop_to_aspect_ratio", "images are stretched to their size");
        s.requireOff("pad_to_aspect_ratio", "images are stretched to their size");
        // These say how to fill what is padded.
        s.text("fill_mode", "constant");
        s.number("fill_value", 0);
        String how = s.choice("interpolation", INTERPOLATIONS);
        boolean averages = s.flag("antialias", Flag.OFF);
        t.pass();
        if (!how.equals(INTERPOLATIONS.getFirst()) || !averages) {
            t.draft()
                    .note(
                            t.layer().name(),
                            "images are averaged over areas where they shrink and scaled"
                                    + " bilinearly where they grow, and Keras did it otherwise ('"
                                    + how
                                    + "'), so scores may differ a little",
                            "give images of the net's size, or test the net on data of your own");
        }
    }

    /// `Dropout` and its kin, which differ while training only.
    static void dropout(Translation t) {
        double rate = t.settings().number("rate", 0.5);
        if (rate < 0 || rate > 0.999) {
            throw new LayerProblem("its rate is " + rate, "use a rate of 0 to 0.999");
        }
        t.add(new DropoutLayer(rate));
        if (!t.layer().type().equals("Dropout")) {
            t.draft()
                    .note(
                            t.layer().name(),
                            t.layer().type() + " has become plain dropout",
                            "this changes further training only");
        }
    }

    /// `StochasticDepth` of ConvNeXt, which passes everything on but while training.
    static void stochasticDepth(Translation t) {
        t.settings().number("drop_path_rate", 0);
        t.pass();
        t.draft()
                .note(
                        t.layer().name(),
                        "stochastic depth was left out",
                        "this changes further training only");
    }
}
