package fovea.engine.dl4j;

import fovea.graph.Window;

import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.List;

/// Lays out what each window of an image covers as a row: `N×H×W×C` → `N×H'×W'×(C·kH·kW)`. A
/// convolution is then a product of matrices. Quicker than libnd4j's `im2col` many times.
record Patches(Window window) implements Kernel {
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
        int width = window.outputWidth(plane.width());
        int taps = window.kernel().height() * window.kernel().width();
        long image = (long) n * plane.height() * plane.width() * plane.channels();
        long row = (long) n * height * width * taps * plane.channels();
        for (int h = 0; h < height; h++) {
            for (int w = 0; w < width; w++) {
                for (int c = 0; c < plane.channels(); c++) {
                    patch(h, w, plane, from, image + c, to, row);
                    row += taps;
                }
            }
        }
    }

    private void patch(int h, int w, Plane plane, Floats from, long channel, Floats to, long row) {
        int kernelHeight = window.kernel().height();
        int kernelWidth = window.kernel().width();
        int left = w * window.stride().width() - window.padding().width();
        for (int p = 0; p < kernelHeight; p++) {
            int y =
                    h * window.stride().height()
                            - window.padding().height()
                            + p * window.dilation().height();
            boolean outside = y < 0 || y >= plane.height();
            long line = channel + (long) y * plane.width() * plane.channels();
            for (int q = 0; q < kernelWidth; q++) {
                int x = left + q * window.dilation().width();
                boolean inside = !outside && x >= 0 && x < plane.width();
                to.put(row + q, inside ? from.at(line + (long) x * plane.channels()) : 0);
            }
            row += kernelWidth;
        }
    }
}
