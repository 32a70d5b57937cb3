package fovea.engine.onnx;

import fovea.tensor.HostTensor;
import fovea.tensor.Layout;

import java.nio.FloatBuffer;

/// Images whose channels lie innermost, `N×H×W×C`, put in the order `N×C×H×W`.
final class ChannelsLast {
    private ChannelsLast() {}

    /// Whether the memory is in the order of the shape already.
    static boolean inOrder(HostTensor tensor) {
        return switch (tensor.layout()) {
            case CONTIGUOUS -> true;
            case CHANNELS_LAST -> tensor.shape().get(1) == 1 || pixels(tensor) == 1;
        };
    }

    static void reorder(HostTensor from, FloatBuffer to) {
        if (from.layout() != Layout.CHANNELS_LAST) {
            throw new IllegalArgumentException("in order already: " + from);
        }
        int channels = from.shape().get(1);
        int pixels = pixels(from);
        FloatBuffer data = from.data();
        for (int image = 0; image < from.shape().getFirst(); image++) {
            int start = image * channels * pixels;
            for (int channel = 0; channel < channels; channel++) {
                int target = start + channel * pixels;
                int source = start + channel;
                for (int pixel = 0; pixel < pixels; pixel++) {
                    to.put(target + pixel, data.get(source + pixel * channels));
                }
            }
        }
    }

    private static int pixels(HostTensor tensor) {
        return tensor.shape().get(2) * tensor.shape().get(3);
    }
}
