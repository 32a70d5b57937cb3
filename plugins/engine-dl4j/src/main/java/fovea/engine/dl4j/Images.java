package fovea.engine.dl4j;

import fovea.graph.Op;
import fovea.graph.Window;

import java.util.List;

/// Lowers pooling and enlarging of images.
record Images(Tape tape) {
    Lowered maximum(Window w, long[] dims, Tensor input) {
        Tensor x = new Arrangement(tape).channelsLast(input);
        boolean dilated = !w.dilation().equals(Window.Size.square(1));
        Kernel kernel =
                dilated
                        ? new Maximum(w, Maximum.Work.RESULT)
                        : Kernel.Custom.of("maxpool2d", settings(w, 0));
        return new Lowered(
                pooled(kernel, dims, x),
                (upstream, flow) -> {
                    Tensor e = new Arrangement(tape).channelsLast(upstream);
                    Tensor ofX = tape.scratchLike(x);
                    tape.call(
                            new Maximum(w, Maximum.Work.GRADIENT),
                            List.of(x.inMemoryOrder(), e.inMemoryOrder()),
                            ofX.inMemoryOrder());
                    flow.give(0, ofX);
                });
    }

    Lowered average(Window w, long[] dims, Tensor input) {
        Tensor x = new Arrangement(tape).channelsLast(input);
        long[] settings = settings(w, 1);
        return new Lowered(
                pooled(Kernel.Custom.of("avgpool2d", settings), dims, x),
                (upstream, flow) -> {
                    Tensor e = new Arrangement(tape).channelsLast(upstream);
                    Tensor ofX = tape.scratchLike(x);
                    tape.call(
                            Kernel.Custom.of("avgpool2d_bp", settings),
                            List.of(x.inMemoryOrder(), e.inMemoryOrder()),
                            ofX.inMemoryOrder());
                    flow.give(0, ofX);
                });
    }

    /// @param padding whether a mean counts it
    private static long[] settings(Window w, long padding) {
        return new long[] {
            w.kernel().height(),
            w.kernel().width(),
            w.stride().height(),
            w.stride().width(),
            w.padding().height(),
            w.padding().width(),
            w.dilation().height(),
            w.dilation().width(),
            0,
            padding,
            1
        };
    }

    private Tensor pooled(Kernel kernel, long[] dims, Tensor x) {
        Tensor y = tape.scratch(dims[0], dims[2], dims[3], dims[1]);
        tape.call(kernel, List.of(x.inMemoryOrder()), y);
        return y.permute(0, 3, 1, 2);
    }

    Lowered enlarged(Op.Upsample upsample, Tensor input) {
        return switch (upsample.interpolation()) {
            case NEAREST -> repeated(upsample.factor(), input);
            case BILINEAR -> interpolated(upsample.factor(), input);
        };
    }

    private Lowered repeated(long factor, Tensor input) {
        Tensor x = new Arrangement(tape).channelsLast(input);
        Tensor y = tape.scratch(x.dim(0), factor * x.dim(2), factor * x.dim(3), x.dim(1));
        tape.call(
                Kernel.Custom.of("upsampling2d", factor, factor, 0), List.of(x.inMemoryOrder()), y);
        return new Lowered(
                y.permute(0, 3, 1, 2),
                (upstream, flow) -> {
                    Tensor e = new Arrangement(tape).channelsLast(upstream);
                    Tensor ofX = tape.scratchLike(x);
                    tape.call(
                            Kernel.Custom.of("upsampling2d_bp", 0),
                            List.of(x.inMemoryOrder(), e.inMemoryOrder()),
                            ofX.inMemoryOrder());
                    flow.give(0, ofX);
                });
    }

    /// By products with fixed matrices, first along the rows, then along the columns: libnd4j's
    /// resizing has no usable gradient.
    private Lowered interpolated(int factor, Tensor x) {
        Tensor across = weights(factor, (int) x.dim(3));
        Tensor down = weights(factor, (int) x.dim(2));
        Tensor wide = along(x, across, Matrices.Transposed.SECOND);
        Tensor y = along(wide.permute(0, 1, 3, 2), down, Matrices.Transposed.SECOND);
        return new Lowered(
                y.permute(0, 1, 3, 2),
                (upstream, flow) -> {
                    Tensor turned = upstream.permute(0, 1, 3, 2);
                    Tensor low = along(turned, down, Matrices.Transposed.NEITHER);
                    Tensor back = low.permute(0, 1, 3, 2);
                    flow.give(0, along(back, across, Matrices.Transposed.NEITHER));
                });
    }

    /// Multiplies the last axis by a matrix.
    private Tensor along(Tensor x, Tensor matrix, Matrices.Transposed transposed) {
        Tensor rows = new Arrangement(tape).rowMajor(x);
        long width = matrix.dim(transposed == Matrices.Transposed.SECOND ? 0 : 1);
        long count = x.length() / x.dim(-1);
        Tensor product = tape.scratch(count, width);
        new Matrices(tape).multiply(transposed, rows.reshape(count, x.dim(-1)), matrix, product);
        return product.reshape(x.dim(0), x.dim(1), x.dim(2), width);
    }

    /// How much of each pixel of a line goes into each of an enlarged line, with half-pixel centres
    /// and repeated borders.
    private Tensor weights(int factor, int size) {
        float[] weights = new float[factor * size * size];
        for (int i = 0; i < factor * size; i++) {
            double source = Math.clamp((i + 0.5) / factor - 0.5, 0, size - 1);
            int left = (int) source;
            int right = Math.min(left + 1, size - 1);
            weights[i * size + left] += (float) (1 - (source - left));
            weights[i * size + right] += (float) (source - left);
        }
        return tape.constant(weights, (long) factor * size, size);
    }
}
