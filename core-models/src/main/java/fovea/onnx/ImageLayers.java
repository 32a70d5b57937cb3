package fovea.onnx;

import fovea.graph.Op;
import fovea.graph.Window;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// Operations on images `N×C×H×W`.
final class ImageLayers {
    private ImageLayers() {}

    static String convolution(Emitter e, Op.Conv2d conv) {
        return e.last("Conv", e.all(), attributes(conv.window(), conv.groups()));
    }

    static String transposed(Emitter e, Op.ConvTranspose2d conv) {
        return e.last("ConvTranspose", e.all(), attributes(conv.window(), conv.groups()));
    }

    static AttributeProto[] attributes(Window window, int groups) {
        List<AttributeProto> all = new ArrayList<>(attributes(window));
        all.add(pair("dilations", window.dilation()));
        all.add(AttributeProto.whole("group", groups));
        return all.toArray(AttributeProto[]::new);
    }

    static String maximum(Emitter e, Window window) {
        List<AttributeProto> all = new ArrayList<>(attributes(window));
        all.add(pair("dilations", window.dilation()));
        return e.last("MaxPool", e.all(), all.toArray(AttributeProto[]::new));
    }

    static String average(Emitter e, Window window) {
        if (!window.dilation().equals(Window.Size.square(1))) {
            return spreadAverage(e, window);
        }
        List<AttributeProto> all = new ArrayList<>(attributes(window));
        all.add(AttributeProto.whole("count_include_pad", 1));
        return e.last("AveragePool", e.all(), all.toArray(AttributeProto[]::new));
    }

    /// The operator has no dilation before opset 19: a convolution of each channel with equal
    /// weights is the same.
    private static String spreadAverage(Emitter e, Window window) {
        int channels = e.value().shape().dim(1);
        int height = window.kernel().height();
        int width = window.kernel().width();
        boolean half = e.draft().half();
        float share = 1f / (height * width);
        ByteBuffer weights =
                ByteBuffer.allocate(channels * height * width * (half ? 2 : 4))
                        .order(ByteOrder.LITTLE_ENDIAN);
        while (weights.hasRemaining()) {
            if (half) {
                weights.putShort(Float.floatToFloat16(share));
            } else {
                weights.putFloat(share);
            }
        }
        List<Long> dims = List.of((long) channels, 1L, (long) height, (long) width);
        String name =
                e.draft().initializer(e.name() + "/share", e.draft().real(), dims, weights.flip());
        return e.last("Conv", List.of(e.x(0), name), attributes(window, channels));
    }

    static String padded(Emitter e, Op.Pad pad) {
        String sides =
                e.draft().wholes(0, 0, pad.top(), pad.left(), 0, 0, pad.bottom(), pad.right());
        return e.last("Pad", List.of(e.x(0), sides, e.draft().real(pad.value())));
    }

    /// Nearest is index / factor, rounded down; linear compares the centres of pixels.
    static String enlarged(Emitter e, Op.Upsample upsample) {
        String scales = e.draft().floats(1, 1, upsample.factor(), upsample.factor());
        List<String> inputs = List.of(e.x(0), "", scales);
        return switch (upsample.interpolation()) {
            case NEAREST ->
                    e.last(
                            "Resize",
                            inputs,
                            AttributeProto.text("mode", "nearest"),
                            AttributeProto.text("coordinate_transformation_mode", "asymmetric"),
                            AttributeProto.text("nearest_mode", "floor"));
            case BILINEAR ->
                    e.last(
                            "Resize",
                            inputs,
                            AttributeProto.text("mode", "linear"),
                            AttributeProto.text("coordinate_transformation_mode", "half_pixel"));
        };
    }

    private static List<AttributeProto> attributes(Window window) {
        Window.Size padding = window.padding();
        return List.of(
                pair("kernel_shape", window.kernel()),
                pair("strides", window.stride()),
                AttributeProto.wholes(
                        "pads",
                        padding.height(),
                        padding.width(),
                        padding.height(),
                        padding.width()));
    }

    private static AttributeProto pair(String name, Window.Size size) {
        return AttributeProto.wholes(name, size.height(), size.width());
    }
}
