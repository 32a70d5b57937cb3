package fovea.engine.reference;

import fovea.graph.Op;
import fovea.graph.Window;

import java.util.List;

/// Image operations of [Reference].
public final class ReferenceImages {
    private ReferenceImages() {}

    static Numbers convolution(Op.Conv2d conv, List<Integer> shape, List<Numbers> x) {
        Window w = conv.window();
        Numbers weight = x.get(1);
        int outPerGroup = shape.get(1) / conv.groups();
        return Numbers.of(
                shape,
                i -> {
                    int firstChannel = i[1] / outPerGroup * weight.size(1);
                    double sum = x.size() > 2 ? x.get(2).at(i[1]) : 0;
                    for (int c = 0; c < weight.size(1); c++) {
                        for (int p = 0; p < weight.size(2); p++) {
                            for (int q = 0; q < weight.size(3); q++) {
                                sum +=
                                        weight.at(i[1], c, p, q)
                                                * x.get(0)
                                                        .padded(
                                                                i[0],
                                                                firstChannel + c,
                                                                row(w, i[2], p),
                                                                column(w, i[3], q));
                            }
                        }
                    }
                    return sum;
                });
    }

    /// Gathers: an output reads the inputs whose windows cover it.
    static Numbers transposed(Op.ConvTranspose2d conv, List<Integer> shape, List<Numbers> x) {
        Window w = conv.window();
        Numbers image = x.get(0);
        Numbers weight = x.get(1);
        return Numbers.of(
                shape,
                i -> {
                    double sum = x.size() > 2 ? x.get(2).at(i[1]) : 0;
                    for (int c = 0; c < image.size(1); c++) {
                        for (int h = 0; h < image.size(2); h++) {
                            for (int v = 0; v < image.size(3); v++) {
                                for (int p = 0; p < weight.size(2); p++) {
                                    for (int q = 0; q < weight.size(3); q++) {
                                        if (row(w, h, p) == i[2] && column(w, v, q) == i[3]) {
                                            sum +=
                                                    image.at(i[0], c, h, v)
                                                            * weight.at(c, i[1], p, q);
                                        }
                                    }
                                }
                            }
                        }
                    }
                    return sum;
                });
    }

    static Numbers maximum(Window w, List<Integer> shape, List<Numbers> x) {
        return Numbers.of(
                shape,
                i -> {
                    double best = Double.NEGATIVE_INFINITY;
                    for (int p = 0; p < w.kernel().height(); p++) {
                        for (int q = 0; q < w.kernel().width(); q++) {
                            int h = row(w, i[2], p);
                            int v = column(w, i[3], q);
                            boolean inside =
                                    h >= 0
                                            && h < x.get(0).size(2)
                                            && v >= 0
                                            && v < x.get(0).size(3);
                            best = inside ? Math.max(best, x.get(0).at(i[0], i[1], h, v)) : best;
                        }
                    }
                    return best;
                });
    }

    static Numbers average(Window w, List<Integer> shape, List<Numbers> x) {
        double count = w.kernel().height() * w.kernel().width();
        return Numbers.of(
                shape,
                i -> {
                    double sum = 0;
                    for (int p = 0; p < w.kernel().height(); p++) {
                        for (int q = 0; q < w.kernel().width(); q++) {
                            sum += x.get(0).padded(i[0], i[1], row(w, i[2], p), column(w, i[3], q));
                        }
                    }
                    return sum / count;
                });
    }

    static Numbers padded(Op.Pad pad, List<Integer> shape, Numbers x) {
        return Numbers.of(
                shape,
                i -> {
                    int h = i[2] - pad.top();
                    int v = i[3] - pad.left();
                    boolean inside = h >= 0 && h < x.size(2) && v >= 0 && v < x.size(3);
                    return inside ? x.at(i[0], i[1], h, v) : pad.value();
                });
    }

    static Numbers enlarged(Op.Upsample upsample, List<Integer> shape, Numbers x) {
        return Numbers.of(
                shape,
                i ->
                        switch (upsample.interpolation()) {
                            case NEAREST ->
                                    x.at(
                                            i[0],
                                            i[1],
                                            i[2] / upsample.factor(),
                                            i[3] / upsample.factor());
                            case BILINEAR -> between(upsample.factor(), x, i);
                        });
    }

    private static double between(int factor, Numbers x, int... i) {
        double h = source(i[2], factor, x.size(2));
        double v = source(i[3], factor, x.size(3));
        int top = (int) h;
        int left = (int) v;
        int bottom = Math.min(top + 1, x.size(2) - 1);
        int right = Math.min(left + 1, x.size(3) - 1);
        double upper =
                (1 - (v - left)) * x.at(i[0], i[1], top, left)
                        + (v - left) * x.at(i[0], i[1], top, right);
        double lower =
                (1 - (v - left)) * x.at(i[0], i[1], bottom, left)
                        + (v - left) * x.at(i[0], i[1], bottom, right);
        return (1 - (h - top)) * upper + (h - top) * lower;
    }

    /// Where a pixel's centre lies in the smaller image.
    private static double source(int position, int factor, int size) {
        return Math.clamp((position + 0.5) / factor - 0.5, 0, size - 1);
    }

    static Numbers batchNorm(Op.BatchNorm norm, Reference.Mode mode, List<Numbers> x) {
        Numbers image = x.get(0);
        Numbers mean = mode == Reference.Mode.TRAINING ? mean(image) : x.get(3);
        Numbers variance = mode == Reference.Mode.TRAINING ? variance(image) : x.get(4);
        return Numbers.of(
                image.shape(),
                i ->
                        (image.at(i) - mean.at(i[1]))
                                        / Math.sqrt(variance.at(i[1]) + norm.epsilon())
                                        * x.get(1).at(i[1])
                                + x.get(2).at(i[1]));
    }

    public static Numbers mean(Numbers image) {
        return perChannel(image, value -> value);
    }

    /// Divided by the number of values, not one less.
    public static Numbers variance(Numbers image) {
        Numbers mean = mean(image);
        Numbers squares = perChannel(image, value -> value * value);
        return Numbers.of(mean.shape(), c -> squares.at(c) - mean.at(c) * mean.at(c));
    }

    private static Numbers perChannel(
            Numbers image, java.util.function.DoubleUnaryOperator function) {
        double[] sums = new double[image.size(1)];
        Numbers.of(image.shape(), i -> sums[i[1]] += function.applyAsDouble(image.at(i)));
        double count = (double) image.values().size() / sums.length;
        return Numbers.of(List.of(sums.length), c -> sums[c[0]] / count);
    }

    private static int row(Window w, int position, int tap) {
        return position * w.stride().height() - w.padding().height() + tap * w.dilation().height();
    }

    private static int column(Window w, int position, int tap) {
        return position * w.stride().width() - w.padding().width() + tap * w.dilation().width();
    }
}
