package fovea.engine.dl4j;

import java.util.List;
import java.util.stream.IntStream;

/// Writes operations to a tape that bring the elements of tensors into another order in memory.
record Arrangement(Tape tape) {
    /// The tensor itself if its axes lie in their own order, else a copy.
    Tensor rowMajor(Tensor x) {
        return lying(x, IntStream.range(0, x.rank()).toArray());
    }

    /// An image with the channels innermost; still `N×C×H×W`.
    Tensor channelsLast(Tensor image) {
        return lying(image, 0, 2, 3, 1);
    }

    /// The tensor itself if its axes lie in this order, else a copy.
    Tensor lying(Tensor x, int... order) {
        Tensor wanted = x.permute(order);
        if (wanted.rowMajor()) {
            return wanted.reshape(wanted.dims()).permute(inverse(order));
        }
        Tensor copy = tape.scratch(wanted.dims());
        copyTo(wanted, copy);
        return copy.permute(inverse(order));
    }

    /// A tensor that lies as another of the same rank.
    Tensor like(Tensor model, Tensor x) {
        return x.liesLike(model) ? x : lying(x, model.order());
    }

    /// Copies elements into a tensor of the same dimensions.
    void copy(Tensor from, Tensor to) {
        copyTo(from.permute(to.order()), to.inMemoryOrder());
    }

    private void copyTo(Tensor from, Tensor rowMajor) {
        if (from.rowMajor()) {
            tape.call(
                    Kernel.Custom.of("assign"),
                    List.of(rowMajor.flat(), from.flat()),
                    rowMajor.flat());
        } else {
            int[] back = inverse(from.order());
            long[] axes = IntStream.of(back).mapToLong(axis -> axis).toArray();
            tape.call(Kernel.Custom.of("permute", axes), List.of(from.inMemoryOrder()), rowMajor);
        }
    }

    static int[] inverse(int... axes) {
        int[] back = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            back[axes[i]] = i;
        }
        return back;
    }
}
