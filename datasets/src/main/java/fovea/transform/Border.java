package fovea.transform;

import fovea.image.PixelImage;

/// How the pixels beyond an image's edge are made up.
public enum Border {
    /// One value.
    CONSTANT,
    /// The image mirrored at its outermost pixels, which are not repeated (`dcb|abcd|cba`).
    REFLECT,
    /// The outermost pixels repeated.
    EDGE;

    private static final int OUTSIDE = -1;

    /// A window onto the image that may reach beyond it.
    PixelImage window(PixelImage image, Frame frame, int fill) {
        int channels = image.channels();
        byte[] from = image.pixels();
        byte[] to = new byte[frame.width() * frame.height() * channels];
        int at = 0;
        for (int y = 0; y < frame.height(); y++) {
            int row = place(frame.top() + y, image.height());
            for (int x = 0; x < frame.width(); x++) {
                int column = place(frame.left() + x, image.width());
                int source = (row * image.width() + column) * channels;
                boolean outside = row == OUTSIDE || column == OUTSIDE;
                for (int c = 0; c < channels; c++) {
                    to[at++] = outside ? (byte) fill : from[source + c];
                }
            }
        }
        return new PixelImage(frame.width(), frame.height(), channels, to);
    }

    /// Left and top may be negative.
    record Frame(int left, int top, int width, int height) {}

    private int place(int at, int size) {
        if (at >= 0 && at < size) {
            return at;
        }
        return switch (this) {
            case CONSTANT -> OUTSIDE;
            case EDGE -> Math.clamp(at, 0, size - 1);
            case REFLECT -> {
                int period = Math.max(1, 2 * (size - 1));
                int wrapped = Math.floorMod(at, period);
                yield wrapped < size ? wrapped : period - wrapped;
            }
        };
    }
}
