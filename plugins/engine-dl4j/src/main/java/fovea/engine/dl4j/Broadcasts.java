package fovea.engine.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes operations between tensors of different dimensions to a tape, and the sums that are their
/// gradients. Axes that lie side by side and are treated alike are joined first.
record Broadcasts(Tape tape) {
    /// An operation of two tensors with broadcasting.
    Tensor combine(String name, Tensor a, Tensor b) {
        Arrangement arrangement = new Arrangement(tape);
        if (Arrays.equals(a.dims(), b.dims())) {
            return new Elements(tape).combine(name, a, arrangement.like(a, b));
        }
        int rank = Math.max(a.rank(), b.rank());
        Tensor wideA = a.withLeadingAxes(rank - a.rank());
        Tensor wideB = b.withLeadingAxes(rank - b.rank());
        int[] order = (a.length() >= b.length() ? wideA : wideB).order();
        Tensor left = arrangement.lying(wideA, order).permute(order);
        Tensor right = arrangement.lying(wideB, order).permute(order);
        long[] dims =
                IntStream.range(0, rank)
                        .mapToLong(axis -> Math.max(left.dim(axis), right.dim(axis)))
                        .toArray();
        Tensor result = tape.scratch(dims);
        Joined joined = Joined.of(left, right);
        tape.overlapping(
                Kernel.Custom.of(name),
                List.of(left.reshape(joined.first()), right.reshape(joined.second())),
                result.reshape(joined.both()));
        return result.permute(Arrangement.inverse(order));
    }

    /// Copies of a tensor side by side, where it has one element on an axis and the model more.
    Tensor spread(Tensor x, Tensor model) {
        int[] order = model.order();
        Tensor small = new Arrangement(tape).lying(x, order).permute(order);
        Tensor result = tape.scratchLike(model);
        Tensor flat = result.inMemoryOrder();
        Joined joined = Joined.of(flat, small);
        Tensor target = flat.reshape(joined.first());
        tape.call(
                Kernel.Custom.of("assign"),
                List.of(target, small.reshape(joined.second())),
                target);
        return result;
    }

    /// The sum over axes, which keep one element.
    Tensor sum(Tensor x, Set<Integer> axes) {
        int[] order = x.order();
        Tensor flat = x.inMemoryOrder();
        long[] dims =
                IntStream.of(order)
                        .mapToLong(axis -> axes.contains(axis) ? 1 : x.dim(axis))
                        .toArray();
        Tensor result = tape.scratch(dims);
        Joined joined = Joined.of(flat, result);
        Tensor source = flat.reshape(joined.first());
        reduce(source, joined, result);
        return result.permute(Arrangement.inverse(order));
    }

    private void reduce(Tensor source, Joined joined, Tensor result) {
        long[] kept = joined.second();
        long[] all = joined.first();
        if (Arrays.equals(kept, all)) {
            new Arrangement(tape).copy(source.flat(), result.flat());
        } else if (all.length == 2 && kept[0] == 1) {
            sumColumns(source, result.flat());
        } else if (all.length == 2) {
            tape.call(
                    Kernel.Custom.of("matmul", 0, 0, 0),
                    List.of(source, tape.ones(all[1]).reshape(all[1], 1)),
                    result.reshape(all[0], 1));
        } else {
            long[] folded =
                    IntStream.range(0, all.length)
                            .filter(axis -> kept[axis] != all[axis])
                            .mapToLong(axis -> axis)
                            .toArray();
            tape.call(
                    Kernel.Custom.of("reduce_sum", folded).floats(1.0),
                    List.of(source),
                    result.reshape(kept));
        }
    }

    /// The sums of the columns of a matrix. A product with ones is several times as fast as
    /// libnd4j's sum.
    void sumColumns(Tensor matrix, Tensor sums) {
        long rows = matrix.dim(0);
        tape.call(
                Kernel.Custom.of("matmul", 0, 0, 0),
                List.of(tape.ones(rows).reshape(1, rows), matrix),
                sums.reshape(1, matrix.dim(1)));
    }

    /// Sums a gradient over what broadcasting had repeated.
    Tensor sumTo(Tensor gradient, long... dims) {
        int extra = gradient.rank() - dims.length;
        Set<Integer> folded =
                IntStream.range(0, gradient.rank())
                        .filter(axis -> axis < extra || dims[axis - extra] != gradient.dim(axis))
                        .boxed()
                        .collect(Collectors.toSet());
        if (folded.isEmpty()) {
            return gradient;
        }
        Set<Integer> gone = IntStream.range(0, extra).boxed().collect(Collectors.toSet());
        return sum(gradient, folded).without(gone);
    }

    /// The dimensions of two row-major tensors after joining neighbouring axes that are equal in
    /// both, or that the same one of them lacks.
    private record Joined(List<Long> a, List<Long> b) {
        static Joined of(Tensor a, Tensor b) {
            List<Long> first = new ArrayList<>();
            List<Long> second = new ArrayList<>();
            int last = 0;
            for (int axis = 0; axis < a.rank(); axis++) {
                long x = a.dim(axis);
                long y = b.dim(axis);
                if (x == 1 && y == 1) {
                    continue;
                }
                int kind = x == y ? 1 : y == 1 ? 2 : 3;
                if (kind == last) {
                    first.set(first.size() - 1, first.getLast() * x);
                    second.set(second.size() - 1, second.getLast() * y);
                } else {
                    first.add(x);
                    second.add(y);
                }
                last = kind;
            }
            return first.isEmpty()
                    ? new Joined(List.of(1L), List.of(1L))
                    : new Joined(first, second);
        }

        long[] first() {
            return longs(a);
        }

        long[] second() {
            return longs(b);
        }

        long[] both() {
            return IntStream.range(0, a.size())
                    .mapToLong(axis -> Math.max(a.get(axis), b.get(axis)))
                    .toArray();
        }

        private static long[] longs(List<Long> values) {
            return values.stream().mapToLong(Long::longValue).toArray();
        }
    }
}
