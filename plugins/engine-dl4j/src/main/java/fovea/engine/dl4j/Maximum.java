package fovea.engine.dl4j;

import fovea.graph.Window;

import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.List;

/// Maximum pooling by loops: its gradient, which goes to the first largest pixel of each window,
/// and its result where windows are dilated. oneDNN's gradient repeats the forward pass and takes
/// ten times as long; its dilated windows are wrong.
///
/// @param work from x to y, or from x and the gradient of y to that of x
record Maximum(Window window, Work work) implements Kernel {
    enum Work {
        RESULT,
        GRADIENT
    }

    @Override
    public Bound bind(List<INDArray> inputs, List<INDArray> outputs) {
        Image x = Image.of(inputs.getFirst());
        Image y = Image.of(work == Work.RESULT ? outputs.getFirst() : inputs.getLast());
        Image target = Image.of(outputs.getFirst());
        return new Bound() {
            @Override
            public void run() {
                Floats.each(
                        x.samples(),
                        n -> {
                            switch (work) {
                                case RESULT -> result(n, x, y);
                                case GRADIENT -> gradient(n, x, y, target);
                            }
                        });
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

    private interface Visit {
        /// @param place of an element of y
        /// @param best where the largest element of its window lies in x
        void accept(long place, long best);
    }

    private void result(int n, Image x, Image y) {
        each(n, x, y, (place, best) -> y.floats().put(place, x.floats().at(best)));
    }

    private void gradient(int n, Image x, Image e, Image target) {
        long size = (long) x.height() * x.width() * x.channels() * Float.BYTES;
        Floats to = target.floats();
        to.memory().asSlice(n * size, size).fill((byte) 0);
        each(n, x, e, (place, best) -> to.put(best, to.at(best) + e.floats().at(place)));
    }

    private void each(int n, Image x, Image y, Visit visit) {
        for (int h = 0; h < y.height(); h++) {
            for (int w = 0; w < y.width(); w++) {
                pixel(n, h, w, x, y, visit);
            }
        }
    }

    private void pixel(int n, int h, int w, Image x, Image y, Visit visit) {
        int down = window.dilation().height();
        int across = window.dilation().width();
        int top = h * window.stride().height() - window.padding().height();
        int left = w * window.stride().width() - window.padding().width();
        int endRow = Math.min(x.height(), top + (window.kernel().height() - 1) * down + 1);
        int endColumn = Math.min(x.width(), left + (window.kernel().width() - 1) * across + 1);
        int firstRow = top < 0 ? top + Math.ceilDiv(-top, down) * down : top;
        int firstColumn = left < 0 ? left + Math.ceilDiv(-left, across) * across : left;
        long place = y.row(n, h, w);
        for (int c = 0; c < x.channels(); c++) {
            long best = x.row(n, firstRow, firstColumn) + c;
            float largest = x.floats().at(best);
            for (int row = firstRow; row < endRow; row += down) {
                long at = x.row(n, row, firstColumn) + c;
                for (int column = firstColumn; column < endColumn; column += across) {
                    float value = x.floats().at(at);
                    // true for NaN too
                    if (!(value <= largest)) {
                        largest = value;
                        best = at;
                    }
                    at += (long) across * x.channels();
                }
            }
            visit.accept(place + c, best);
        }
    }
}
