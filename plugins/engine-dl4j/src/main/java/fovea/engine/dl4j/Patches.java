package fovea.engine.dl4j;

import fovea.graph.Window;

import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.List;

/// Lays out what each window of an image covers as a row: `N×H×W×C` → `N×H'×W'×(C·kH·kW)`. A
/// convolution is then a product of matrices. Quicker than libnd4j's `im2col` many times.
record Patches(Window window) implements Kernel {
    private static final long OUTSIDE = -1;

    @Override
    public Bound bind(List<INDArray> inputs, List<INDArray> outputs) {
        INDArray x = inputs.getFirst();
        Floats from = Floats.of(x);
        Floats to = Floats.of(outputs.getFirst());
        int samples = (int) x.size(0);
        Plane plane = new Plane((int) x.size(1), (int) x.size(2), (int) x.size(3));
        return new Bound() {
            @Override
            public void run() {
                Floats.each(samples, n -> sample(n, plane, from, to));
            }

            @Override
            public void close() {}
        };
    }

    private record Plane(int height, int width, int channels) {}

    private void sample(int n, Plane plane, Floats from, Floats to) {
        int height = window.outputHeight(plane.height());
        long line = (long) window.outputWidth(plane.width()) * plane.channels() * taps();
        long image = (long) n * plane.height() * plane.width() * plane.channels();
        for (int h = 0; h < height; h++) {
            long start = ((long) n * height + h) * line;
            for (int c = 0; c < plane.channels(); c++) {
                for (int p = 0; p < window.kernel().height(); p++) {
                    int y =
                            h * window.stride().height()
                                    - window.padding().height()
                                    + p * window.dilation().height();
                    boolean inside = y >= 0 && y < plane.height();
                    long source = image + (long) y * plane.width() * plane.channels() + c;
                    long target = start + (long) c * taps() + (long) p * window.kernel().width();
                    for (int q = 0; q < window.kernel().width(); q++) {
                        line(q, plane, from, inside ? source : OUTSIDE, to, target + q);
                    }
                }
            }
        }
    }

    private int taps() {
        return window.kernel().height() * window.kernel().width();
    }

    /// One tap of all windows of a line.
    private void line(int q, Plane plane, Floats from, long source, Floats to, long target) {
        int width = window.outputWidth(plane.width());
        int row = plane.channels() * taps();
        int step = window.stride().width();
        int left = q * window.dilation().width() - window.padding().width();
        int first = source == OUTSIDE ? width : Math.clamp(Math.ceilDiv(-left, step), 0, width);
        int end =
                source == OUTSIDE
                        ? width
                        : Math.clamp(Math.ceilDiv(plane.width() - left, step), first, width);
        for (int w = 0; w < first; w++) {
            to.put(target + (long) w * row, 0);
        }
        for (int w = first; w < end; w++) {
            long x = source + (long) (w * step + left) * plane.channels();
            to.put(target + (long) w * row, from.at(x));
        }
        for (int w = end; w < width; w++) {
            to.put(target + (long) w * row, 0);
        }
    }
}
