package fovea.engine.dl4j;

import fovea.graph.Op;
import fovea.graph.Window;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/// Lowers convolutions, on images with the channels innermost. Weights stay as the graph has them
/// and are read through strides.
record Convolutions(Tape tape) {
    /// One of the kinds of convolution that libnd4j has an operation for.
    private record Kind(Kernel.Custom forward, Kernel.Custom backward) {
        static Kind of(String name, Window w) {
            long[] settings = {
                w.kernel().height(),
                w.kernel().width(),
                w.stride().height(),
                w.stride().width(),
                w.padding().height(),
                w.padding().width(),
                w.dilation().height(),
                w.dilation().width(),
                0,
                1,
                0
            };
            // oneDNN's code fails on dilated kernels
            Kernel.Helpers helpers =
                    w.dilation().equals(Window.Size.square(1))
                            ? Kernel.Helpers.ALLOWED
                            : Kernel.Helpers.FORBIDDEN;
            return new Kind(
                    Kernel.Custom.of(name, settings).with(helpers),
                    Kernel.Custom.of(name + "_bp", settings).with(helpers));
        }
    }

    /// Whether an image is given from outside, so that nobody asks for its gradient.
    enum Source {
        GIVEN,
        COMPUTED
    }

    /// More of them are convolved faster than copied.
    private static final int MOST_TAPS = 32;

    Lowered convolution(Op.Conv2d conv, long[] dims, List<Tensor> inputs, Source source) {
        Tensor weight = inputs.get(1);
        if (conv.groups() > 1 && weight.dim(1) == 1) {
            Tensor perChannel =
                    weight.reshape(
                            conv.groups(),
                            weight.dim(0) / conv.groups(),
                            weight.dim(2),
                            weight.dim(3));
            return simple(
                    Kind.of("depthwise_conv2d", conv.window()),
                    dims,
                    inputs,
                    perChannel.permute(2, 3, 0, 1));
        }
        if (conv.groups() > 1) {
            return grouped(conv.groups(), dims, inputs, new Op.Conv2d(conv.window(), 1));
        }
        if (conv.window().equals(Window.kernel(1))) {
            return pixels(dims, inputs);
        }
        if (source == Source.GIVEN && weight.length() / weight.dim(0) <= MOST_TAPS) {
            return pixels(dims, patches(conv.window(), dims, inputs));
        }
        return simple(Kind.of("conv2d", conv.window()), dims, inputs, weight.permute(2, 3, 1, 0));
    }

    Lowered transposed(Op.ConvTranspose2d conv, long[] dims, List<Tensor> inputs) {
        if (conv.groups() > 1) {
            return grouped(conv.groups(), dims, inputs, new Op.ConvTranspose2d(conv.window(), 1));
        }
        return simple(
                Kind.of("deconv2d", conv.window()),
                dims,
                inputs,
                inputs.get(1).permute(2, 3, 1, 0));
    }

    private Lowered simple(Kind kind, long[] dims, List<Tensor> inputs, Tensor weight) {
        Tensor x = new Arrangement(tape).channelsLast(inputs.getFirst());
        Tensor y = images(dims);
        List<Tensor> reads = new ArrayList<>(List.of(x.inMemoryOrder(), weight));
        if (inputs.size() > 2) {
            reads.add(inputs.get(2));
        }
        tape.call(kind.forward(), reads, y.inMemoryOrder());
        return new Lowered(
                y,
                (upstream, flow) -> {
                    Tensor e = new Arrangement(tape).channelsLast(upstream);
                    ofBias(e, flow);
                    Tensor ofX = tape.scratchLike(x);
                    Tensor target =
                            flow.wanted(1) ? flow.target(1) : tape.scratchLike(inputs.get(1));
                    tape.call(
                            kind.backward(),
                            List.of(x.inMemoryOrder(), weight, e.inMemoryOrder()),
                            ofX.inMemoryOrder(),
                            weight.in(target.storage()));
                    flow.give(0, ofX);
                    flow.give(1, target);
                });
    }

    /// The inputs of a 1×1 convolution over patches that does the same.
    private List<Tensor> patches(Window window, long[] dims, List<Tensor> inputs) {
        Tensor x = new Arrangement(tape).channelsLast(inputs.getFirst());
        long taps = inputs.get(1).length() / dims[1];
        Tensor patches = tape.scratch(dims[0], dims[2], dims[3], taps);
        tape.call(new Patches(window), List.of(x.inMemoryOrder()), patches);
        List<Tensor> all = new ArrayList<>(inputs);
        all.set(0, patches.permute(0, 3, 1, 2));
        return all;
    }

    /// A 1×1 convolution: a product of matrices.
    private Lowered pixels(long[] dims, List<Tensor> inputs) {
        Matrices matrices = new Matrices(tape);
        Tensor x = new Arrangement(tape).channelsLast(inputs.getFirst());
        Tensor weight = inputs.get(1).reshape(dims[1], inputs.get(1).length() / dims[1]);
        Tensor product = rows(images(dims));
        matrices.multiply(Matrices.Transposed.SECOND, rows(x), weight, product);
        Tensor y = inputs.size() > 2 ? matrices.biased(product, inputs.get(2)) : product;
        return new Lowered(
                images(dims).in(y.storage()),
                (upstream, flow) -> {
                    Tensor e = new Arrangement(tape).channelsLast(upstream);
                    ofBias(e, flow);
                    if (flow.wanted(1)) {
                        Tensor target = flow.target(1);
                        matrices.multiply(
                                Matrices.Transposed.FIRST,
                                rows(e),
                                rows(x),
                                target.reshape(weight.dims()));
                        flow.give(1, target);
                    }
                    if (flow.wanted(0)) {
                        Tensor ofX = tape.scratchLike(x);
                        matrices.multiply(Matrices.Transposed.NEITHER, rows(e), weight, rows(ofX));
                        flow.give(0, ofX);
                    }
                });
    }

    private void ofBias(Tensor e, Flow flow) {
        if (flow.wanted(2)) {
            Tensor target = flow.target(2);
            new Broadcasts(tape).sumColumns(rows(e), target);
            flow.give(2, target);
        }
    }

    /// Each group of channels by itself, and the results side by side.
    private Lowered grouped(int groups, long[] dims, List<Tensor> inputs, Op each) {
        Shapes shapes = new Shapes(tape);
        Tensor x = new Arrangement(tape).channelsLast(inputs.getFirst());
        long[] partDims = dims.clone();
        partDims[1] = dims[1] / groups;
        List<Lowered> parts = new ArrayList<>();
        for (int i = 0; i < groups; i++) {
            parts.add(
                    one(
                            each,
                            partDims,
                            List.of(part(x, 1, i, groups), part(inputs.get(1), 0, i, groups))));
        }
        Tensor joined = shapes.concat(1, parts.stream().map(Lowered::result).toList()).result();
        Tensor y =
                inputs.size() > 2
                        ? joined.in(
                                new Matrices(tape).biased(rows(joined), inputs.get(2)).storage())
                        : joined;
        return new Lowered(
                y,
                (upstream, flow) -> {
                    Tensor e = new Arrangement(tape).channelsLast(upstream);
                    ofBias(e, flow);
                    Collected collected = new Collected(tape, inputs.get(1), groups);
                    for (int i = 0; i < groups; i++) {
                        parts.get(i).gradient().flow(part(e, 1, i, groups), collected);
                    }
                    flow.give(0, shapes.concat(1, collected.ofX).result());
                    flow.give(1, shapes.concat(0, collected.ofWeight).result());
                });
    }

    private Lowered one(Op op, long[] dims, List<Tensor> inputs) {
        return op instanceof Op.ConvTranspose2d conv
                ? transposed(conv, dims, inputs)
                : convolution((Op.Conv2d) op, dims, inputs, Source.COMPUTED);
    }

    private Tensor part(Tensor x, int axis, int index, int count) {
        long length = x.dim(axis) / count;
        return new Shapes(tape).cut(x, axis, index * length, length);
    }

    private Tensor images(long... dims) {
        long[] memory = {dims[0], dims[2], dims[3], dims[1]};
        return Tensor.of(Storage.scratch(LongStream.of(dims).reduce(1, (a, b) -> a * b)), memory)
                .permute(0, 3, 1, 2);
    }

    private static Tensor rows(Tensor image) {
        return image.inMemoryOrder().reshape(image.length() / image.dim(1), image.dim(1));
    }

    /// Gradients of groups, in their order.
    private static final class Collected implements Flow {
        private final Tape tape;
        private final long[] dims;
        private final List<Tensor> ofX = new ArrayList<>();
        private final List<Tensor> ofWeight = new ArrayList<>();

        /// @param weight of all groups
        Collected(Tape tape, Tensor weight, int groups) {
            this.tape = tape;
            dims = weight.dims();
            dims[0] /= groups;
        }

        @Override
        public boolean wanted(int input) {
            return input < 2;
        }

        @Override
        public Tensor target(int input) {
            return tape.scratch(dims);
        }

        @Override
        public void give(int input, Tensor gradient) {
            (input == 0 ? ofX : ofWeight).add(gradient);
        }

        @Override
        public void share(int input, Tensor gradient) {
            give(input, gradient);
        }
    }
}
