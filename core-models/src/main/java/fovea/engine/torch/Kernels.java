package fovea.engine.torch;

import fovea.engine.EngineException;
import fovea.graph.Op;
import fovea.graph.Window;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

import java.util.List;

/// What libtorch calls for each operation.
final class Kernels {
    private Kernels() {}

    static Kernel of(Op op, Mode mode) {
        return switch (op) {
            case Op.Input input -> throw new IllegalArgumentException("given, not computed: " + op);
            case Op.Parameter parameter ->
                    throw new IllegalArgumentException("given, not computed: " + op);
            case Op.Conv2d conv -> convolution(conv);
            case Op.ConvTranspose2d conv -> transposed(conv);
            case Op.Linear linear -> x -> torch.linear(x[0], x[1], optional(x, 2));
            case Op.MatMul product -> x -> torch.matmul(x[0], x[1]);
            case Op.BatchNorm norm -> batchNorm(norm, mode);
            case Op.LayerNorm norm -> x -> layerNorm(norm, x);
            case Op.MaxPool2d pool -> maximum(pool.window());
            case Op.AveragePool2d pool -> average(pool.window());
            case Op.Pad pad -> padding(pad);
            case Op.Upsample upsample -> x -> enlarged(upsample, x[0]);
            case Op.Unary unary -> x -> Functions.apply(unary.function(), x[0]);
            case Op.Binary binary -> x -> Functions.apply(binary.operator(), x[0], x[1]);
            case Op.Scale scale -> x -> Functions.scale(scale, x[0]);
            case Op.Softmax softmax -> x -> torch.softmax(x[0], -1);
            case Op.LogSoftmax softmax -> x -> torch.log_softmax(x[0], -1);
            case Op.Reduce reduce -> reduction(reduce);
            case Op.Concat concat -> x -> joined(concat, x);
            case Op.Slice cut -> x -> torch.narrow(x[0], cut.axis(), cut.start(), cut.length());
            case Op.Reshape reshape -> {
                long[] shape = longs(reshape.shape().dims());
                yield x -> x[0].reshape(shape);
            }
            case Op.Permute permute -> {
                long[] axes = longs(permute.axes());
                yield x -> x[0].permute(axes);
            }
            case Op.ExpandBatch expand -> Kernels::expanded;
            case Op.Attention attention -> x -> Attentions.attend(attention.heads(), x);
            case Op.Dropout dropout -> Noise.dropout(dropout.rate(), mode);
            case Op.DropPath dropPath -> Noise.dropPath(dropPath.rate(), mode);
        };
    }

    private static Kernel convolution(Op.Conv2d conv) {
        Window w = conv.window();
        long[] stride = pair(w.stride());
        long[] padding = pair(w.padding());
        long[] dilation = pair(w.dilation());
        return x ->
                torch.conv2d(x[0], x[1], optional(x, 2), stride, padding, dilation, conv.groups());
    }

    private static Kernel transposed(Op.ConvTranspose2d conv) {
        Window w = conv.window();
        long[] stride = pair(w.stride());
        long[] padding = pair(w.padding());
        long[] dilation = pair(w.dilation());
        long[] more = {0, 0};
        return x ->
                torch.conv_transpose2d(
                        x[0], x[1], optional(x, 2), stride, padding, more, conv.groups(), dilation);
    }

    private static Kernel batchNorm(Op.BatchNorm norm, Mode mode) {
        boolean training = mode == Mode.TRAINING;
        return x -> {
            if (training && x[0].numel() == x[0].size(1)) {
                throw new EngineException(
                        "batch norm cannot train on one value per channel; use batches of two or"
                                + " more images or larger images");
            }
            return torch.batch_norm(
                    x[0],
                    new TensorOptional(x[1]),
                    new TensorOptional(x[2]),
                    new TensorOptional(x[3]),
                    new TensorOptional(x[4]),
                    training,
                    norm.momentum(),
                    norm.epsilon(),
                    true);
        };
    }

    private static Tensor layerNorm(Op.LayerNorm norm, Tensor[] x) {
        long[] last = {x[1].numel()};
        return torch.layer_norm(
                x[0],
                last,
                new TensorOptional(x[1]),
                new TensorOptional(x[2]),
                norm.epsilon(),
                true);
    }

    private static Kernel maximum(Window w) {
        long[] kernel = pair(w.kernel());
        long[] stride = pair(w.stride());
        long[] padding = pair(w.padding());
        long[] dilation = pair(w.dilation());
        return x -> torch.max_pool2d(x[0], kernel, stride, padding, dilation, false);
    }

    private static Kernel average(Window w) {
        long[] kernel = pair(w.kernel());
        long[] stride = pair(w.stride());
        long[] padding = pair(w.padding());
        return x ->
                torch.avg_pool2d(
                        x[0],
                        kernel,
                        stride,
                        padding,
                        false,
                        true,
                        new org.bytedeco.pytorch.LongOptional());
    }

    private static Kernel padding(Op.Pad pad) {
        long[] sides = {pad.left(), pad.right(), pad.top(), pad.bottom()};
        return x -> torch.constant_pad_nd(x[0], sides, new Scalar(pad.value()));
    }

    private static Tensor enlarged(Op.Upsample upsample, Tensor x) {
        long[] size = {upsample.factor() * x.size(2), upsample.factor() * x.size(3)};
        return switch (upsample.interpolation()) {
            case NEAREST -> torch.upsample_nearest2d(x, size);
            case BILINEAR -> torch.upsample_bilinear2d(x, size, false);
        };
    }

    private static Kernel reduction(Op.Reduce reduce) {
        long[] axes = longs(reduce.axes());
        return x -> Functions.reduce(reduce.reduction(), x[0], axes);
    }

    /// The vector holds its tensors alive, so it is freed at once.
    private static Tensor joined(Op.Concat concat, Tensor[] x) {
        try (TensorVector vector = new TensorVector(x)) {
            return torch.cat(vector, concat.axis());
        }
    }

    private static Tensor expanded(Tensor[] x) {
        long[] shape = new long[(int) x[0].dim()];
        java.util.Arrays.fill(shape, -1);
        shape[0] = x[1].size(0);
        return x[0].expand(shape);
    }

    private static TensorOptional optional(Tensor[] x, int index) {
        return x.length > index ? new TensorOptional(x[index]) : new TensorOptional();
    }

    private static long[] pair(Window.Size size) {
        return new long[] {size.height(), size.width()};
    }

    static long[] longs(List<Integer> values) {
        return values.stream().mapToLong(Integer::longValue).toArray();
    }
}
