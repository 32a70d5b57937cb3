package fovea.onnx;

import fovea.graph.Op;
import fovea.graph.Shape;

import java.util.List;

/// Operations that fold, cut, repeat or lay out anew.
final class Reshaping {
    private static final int AS_BEFORE = 0;
    private static final int WHAT_REMAINS = -1;

    private Reshaping() {}

    static String reduced(Emitter e, Op.Reduce reduce) {
        long[] axes = reduce.axes().stream().mapToLong(Integer::longValue).toArray();
        // Without axes ONNX would fold all of them.
        if (axes.length == 0) {
            return e.x(0);
        }
        AttributeProto drop = AttributeProto.whole("keepdims", 0);
        return switch (reduce.reduction()) {
            case SUM -> e.last("ReduceSum", List.of(e.x(0), e.draft().wholes(axes)), drop);
            case MEAN -> e.last("ReduceMean", e.all(), AttributeProto.wholes("axes", axes), drop);
        };
    }

    static String sliced(Emitter e, Op.Slice slice) {
        String start = e.draft().wholes(slice.start());
        String end = e.draft().wholes((long) slice.start() + slice.length());
        return e.last("Slice", List.of(e.x(0), start, end, e.draft().wholes(slice.axis())));
    }

    static String reshaped(Emitter e, Shape shape) {
        Shape before = e.value().input(0).shape();
        long[] dims = new long[shape.rank()];
        for (int axis = 0; axis < dims.length; axis++) {
            boolean same = axis < before.rank() && before.dim(axis) == Shape.BATCH;
            int batch = same ? AS_BEFORE : WHAT_REMAINS;
            dims[axis] = shape.dim(axis) == Shape.BATCH ? batch : shape.dim(axis);
        }
        return e.last("Reshape", List.of(e.x(0), e.draft().wholes(dims)));
    }

    static String permuted(Emitter e, Op.Permute permute) {
        long[] axes = permute.axes().stream().mapToLong(Integer::longValue).toArray();
        return e.last("Transpose", e.all(), AttributeProto.wholes("perm", axes));
    }

    /// The shape of x with the first dimension of the reference.
    static String expanded(Emitter e) {
        long[] rest =
                e.value().input(0).shape().dims().stream()
                        .skip(1)
                        .mapToLong(Integer::longValue)
                        .toArray();
        String samples =
                e.part("samples", "Shape", List.of(e.x(1)), AttributeProto.whole("end", 1));
        String shape =
                e.part(
                        "shape",
                        "Concat",
                        List.of(samples, e.draft().wholes(rest)),
                        AttributeProto.whole("axis", 0));
        return e.last("Expand", List.of(e.x(0), shape));
    }
}
