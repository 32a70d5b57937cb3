package fovea.engine.dl4j;

import fovea.graph.Op;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Lowers operations that move, cut, join and fold.
record Shapes(Tape tape) {
    Lowered reduce(Op.Reduce reduce, Tensor x) {
        Set<Integer> axes = new HashSet<>(reduce.axes());
        if (axes.isEmpty()) {
            return new Lowered(x, (upstream, flow) -> flow.share(0, upstream));
        }
        long count = axes.stream().mapToLong(x::dim).reduce(1, (a, b) -> a * b);
        double factor =
                switch (reduce.reduction()) {
                    case SUM -> 1;
                    case MEAN -> 1.0 / count;
                };
        Broadcasts broadcasts = new Broadcasts(tape);
        Elements e = new Elements(tape);
        Tensor sum = broadcasts.sum(x, axes);
        Tensor y = factor == 1 ? sum : e.scale(factor, sum);
        return new Lowered(
                y.without(axes),
                (upstream, flow) -> {
                    Tensor small = factor == 1 ? upstream : e.scale(factor, upstream);
                    flow.give(0, broadcasts.spread(small.withAxes(axes), x));
                });
    }

    Lowered concat(int axis, List<Tensor> x) {
        Arrangement arrangement = new Arrangement(tape);
        int[] order = x.getFirst().order();
        List<Tensor> parts =
                x.stream().map(part -> arrangement.lying(part, order).permute(order)).toList();
        int place = Arrangement.inverse(order)[axis];
        long[] dims = parts.getFirst().dims();
        dims[place] = parts.stream().mapToLong(part -> part.dim(place)).sum();
        Tensor joined = tape.scratch(dims);
        tape.call(Kernel.Custom.of("concat", place), parts, joined);
        int[] back = Arrangement.inverse(order);
        return new Lowered(
                joined.permute(back),
                (upstream, flow) -> {
                    long start = 0;
                    for (int i = 0; i < x.size(); i++) {
                        long length = x.get(i).dim(axis);
                        if (flow.wanted(i)) {
                            hand(flow, i, cut(upstream, axis, start, length), upstream);
                        }
                        start += length;
                    }
                });
    }

    Lowered slice(Op.Slice slice, Tensor x) {
        long before = slice.start();
        long after = x.dim(slice.axis()) - before - slice.length();
        return new Lowered(
                cut(x, slice.axis(), slice.start(), slice.length()),
                (upstream, flow) -> {
                    long[] pads = new long[2 * x.rank()];
                    pads[2 * slice.axis()] = before;
                    pads[2 * slice.axis() + 1] = after;
                    flow.give(0, padded(upstream, pads, 0));
                });
    }

    Lowered pad(Op.Pad pad, Tensor x) {
        long[] pads = {0, 0, 0, 0, pad.top(), pad.bottom(), pad.left(), pad.right()};
        return new Lowered(
                padded(x, pads, pad.value()),
                (upstream, flow) -> {
                    Tensor rows = cut(upstream, 2, pad.top(), x.dim(2));
                    hand(flow, 0, cut(rows, 3, pad.left(), x.dim(3)), upstream);
                });
    }

    /// A cut that keeps all is the gradient itself, which others may read.
    private static void hand(Flow flow, int input, Tensor part, Tensor upstream) {
        if (part == upstream) {
            flow.share(input, part);
        } else {
            flow.give(input, part);
        }
    }

    Lowered reshape(long[] dims, Tensor x) {
        Arrangement arrangement = new Arrangement(tape);
        return new Lowered(
                arrangement.rowMajor(x).reshape(dims),
                (upstream, flow) ->
                        flow.share(0, arrangement.rowMajor(upstream).reshape(x.dims())));
    }

    Lowered permute(int[] axes, Tensor x) {
        return new Lowered(
                x.permute(axes),
                (upstream, flow) -> flow.share(0, upstream.permute(Arrangement.inverse(axes))));
    }

    Lowered expand(Tensor x, Tensor reference) {
        long[] dims = x.dims();
        dims[0] = reference.dim(0);
        Broadcasts broadcasts = new Broadcasts(tape);
        Tensor y = broadcasts.spread(x, tape.scratch(dims));
        return new Lowered(
                y, (upstream, flow) -> flow.share(0, broadcasts.sumTo(upstream, x.dims())));
    }

    /// A copy of a range of an axis.
    Tensor cut(Tensor x, int axis, long start, long length) {
        if (length == x.dim(axis)) {
            return x;
        }
        int[] order = x.order();
        Tensor source = x.inMemoryOrder();
        int place = Arrangement.inverse(order)[axis];
        long[] first = new long[x.rank()];
        first[place] = start;
        long[] size = source.dims();
        size[place] = length;
        Tensor part = tape.scratch(size);
        tape.call(
                Kernel.Custom.of(
                        "slice",
                        LongStream.concat(Arrays.stream(first), Arrays.stream(size)).toArray()),
                List.of(source),
                part);
        return part.permute(Arrangement.inverse(order));
    }

    /// @param pads elements before and after, axis by axis
    private Tensor padded(Tensor x, long[] pads, double value) {
        int[] order = x.order();
        Tensor source = x.inMemoryOrder();
        long[] moved =
                IntStream.of(order)
                        .boxed()
                        .flatMapToLong(axis -> LongStream.of(pads[2 * axis], pads[2 * axis + 1]))
                        .toArray();
        long[] dims =
                IntStream.range(0, x.rank())
                        .mapToLong(i -> moved[2 * i] + source.dim(i) + moved[2 * i + 1])
                        .toArray();
        Tensor result = tape.scratch(dims);
        tape.call(
                new Kernel.Padding(LongStream.of(moved).boxed().toList(), value),
                List.of(source),
                result);
        return result.permute(Arrangement.inverse(order));
    }
}
