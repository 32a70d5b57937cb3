package fovea.graph;

/// The sliding window of a convolution or a pooling, in pixels: size, step, zero padding on each
/// side, and spacing of the taps.
public record Window(Size kernel, Size stride, Size padding, Size dilation) {
    /// Height and width.
    public record Size(int height, int width) {
        public static Size square(int side) {
            return new Size(side, side);
        }
    }

    /// A square kernel, stride 1, no padding.
    public static Window kernel(int side) {
        return new Window(Size.square(side), Size.square(1), Size.square(0), Size.square(1));
    }

    /// A square kernel of odd side, padded so that stride 1 keeps the size.
    public static Window same(int side) {
        return kernel(side).padding(side / 2);
    }

    public Window stride(int step) {
        return new Window(kernel, Size.square(step), padding, dilation);
    }

    public Window padding(int pixels) {
        return new Window(kernel, stride, Size.square(pixels), dilation);
    }

    /// Dilation; padding is left as it is.
    public Window dilation(int spacing) {
        return new Window(kernel, stride, padding, Size.square(spacing));
    }

    /// Output height for an input height, rounded down.
    public int outputHeight(int input) {
        return output(input, kernel.height, stride.height, padding.height, dilation.height);
    }

    /// Output width for an input width, rounded down.
    public int outputWidth(int input) {
        return output(input, kernel.width, stride.width, padding.width, dilation.width);
    }

    private static int output(int input, int kernel, int stride, int padding, int dilation) {
        return Math.floorDiv(input + 2 * padding - dilation * (kernel - 1) - 1, stride) + 1;
    }
}
