package fovea.engine.dl4j;

import fovea.graph.Window;

import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.List;

/// The gradient of maximum pooling, which goes to the first largest pixel of each window. oneDNN's
/// repeats the forward pass and takes ten times as long.
record MaximumGradient(Window window) implements Kernel {
    @Override
    public Bound bind(List<INDArray> inputs, List<INDArray> outputs) {
        Image x = Image.of(inputs.getFirst());
        Image e = Image.of(inputs.getLast());
        Image target = Image.of(outputs.getFirst());
        return new Bound() {
            @Override
            public void run() {
                Floats.each(x.samples(), n -> sample(n, x, e, target));
            }

            @Override
            public void close() {}
        };
    }

    /// `N×H×W×C` in memory.
    private record Image(Floats floats, int samples, int height, int width, int channels) {
        static Image of(INDArray array) {
            return new Image(
                    Floats.of(array),
                    (int) array.size(0),
                    (int) array.size(1),
                    (int) array.size(2),
                    (int) array.size(3));
        }

        long row(int n, int h, int w) {
            return (((long) n * height + h) * width + w) * channels;
        }
    }

    private void sample(int n, Image x, Image e, Image target) {
        long size = (long) x.height() * x.width() * x.channels();
        target.floats()
                .memory()
                .asSlice(n * size * Float.BYTES, size * Float.BYTES)
                .fill((byte) 0);
        for (int h = 0; h < e.height(); h++) {
            for (int w = 0; w < e.width(); w++) {
                route(n, h, w, x, e, target);
            }
        }
    }

    private void route(int n, int h, int w, Image x, Image e, Image target) {
        int top = h * window.stride().height() - window.padding().height();
        int left = w * window.stride().width() - window.padding().width();
        int down = window.dilation().height();
        int across = window.dilation().width();
        int endRow = Math.min(x.height(), top + (window.kernel().height() - 1) * down + 1);
        int endColumn = Math.min(x.width(), left + (window.kernel().width() - 1) * across + 1);
        int firstRow = top < 0 ? top + Math.ceilDiv(-top, down) * down : top;
        int firstColumn = left < 0 ? left + Math.ceilDiv(-left, across) * across : left;
        long given = e.row(n, h, w);
        for (int c = 0; c < x.channels(); c++) {
            long best = x.row(n, firstRow, firstColumn) + c;
            float largest = x.floats().at(best);
            for (int row = firstRow; row < endRow; row += down) {
                long place = x.row(n, row, firstColumn) + c;
                for (int column = firstColumn; column < endColumn; column += across) {
                    float value = x.floats().at(place);
                    // true for NaN too
                    if (!(value <= largest)) {
                        largest = value;
                        best = place;
                    }
                    place += (long) across * x.channels();
                }
            }
            target.floats().put(best, target.floats().at(best) + e.floats().at(given + c));
        }
    }
}
