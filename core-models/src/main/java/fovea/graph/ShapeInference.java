package fovea.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The shape an operation gives for the shapes it takes.
final class ShapeInference {
    private static final long LARGEST = Integer.MAX_VALUE / Float.BYTES;

    private final String node;
    private final List<Value> inputs;

    private ShapeInference(String node, List<Value> inputs) {
        this.node = node;
        this.inputs = inputs;
    }

    /// @throws GraphException if the operation cannot take these inputs
    static Shape shapeOf(String node, Op op, List<Value> inputs) {
        ShapeInference inference = new ShapeInference(node, inputs);
        try {
            Shape shape = inference.infer(op);
            inference.requireSize(shape);
            return shape;
        } catch (ArithmeticException e) {
            throw tooLarge(node, "its result");
        }
    }

    private void requireSize(Shape shape) {
        if (shape.elementsPerSample() > LARGEST) {
            throw tooLarge(node, shape.toString());
        }
    }

    private static GraphException tooLarge(String node, String what) {
        return new GraphException(
                node,
                what + " has more than 2 GB, which no tensor may have",
                "use smaller images, more strides or fewer units");
    }

    private Shape infer(Op op) {
        return switch (op) {
            case Op.Input input -> input.shape();
            case Op.Parameter parameter -> parameter.shape();
            case Op.Conv2d conv -> convolution(conv);
            case Op.ConvTranspose2d conv -> transposed(conv);
            case Op.Linear linear -> linear();
            case Op.MatMul product -> product();
            case Op.BatchNorm norm -> normalized(1);
            case Op.LayerNorm norm -> normalized(-1);
            case Op.MaxPool2d pool -> pooled(pool.window());
            case Op.AveragePool2d pool -> pooled(pool.window());
            case Op.Pad pad -> padded(pad);
            case Op.Upsample upsample -> enlarged(upsample.factor());
            case Op.Unary unary -> shape(0);
            case Op.Binary binary -> broadcast();
            case Op.Scale scale -> shape(0);
            case Op.Softmax softmax -> shape(0);
            case Op.LogSoftmax softmax -> shape(0);
            case Op.Reduce reduce -> reduced(reduce.axes());
            case Op.Concat concat -> joined(concat.axis());
            case Op.Slice slice -> sliced(slice);
            case Op.Reshape reshape -> reshaped(reshape.shape());
            case Op.Permute permute -> permuted(permute.axes());
            case Op.ExpandBatch expand -> expanded();
            case Op.Attention attention -> attended(attention.heads());
            case Op.Dropout dropout -> shape(0);
            case Op.DropPath dropPath -> shape(0);
        };
    }

    private Shape shape(int input) {
        return inputs.get(input).shape();
    }

    private Shape image() {
        require(shape(0).rank() == 4, "needs N×C×H×W", "reshape before it or leave it out");
        return shape(0);
    }

    private Shape convolution(Op.Conv2d conv) {
        Shape x = image();
        Shape weight = shape(1);
        require(
                weight.rank() == 4
                        && weight.dim(1) * conv.groups() == x.dim(1)
                        && weight.dim(0) % conv.groups() == 0,
                "the weight does not fit the channels of x in " + conv.groups() + " groups",
                "make the channels equal");
        return spatial(weight.dim(0), conv.window());
    }

    private Shape transposed(Op.ConvTranspose2d conv) {
        Shape x = image();
        Shape weight = shape(1);
        require(
                weight.rank() == 4 && weight.dim(0) == x.dim(1),
                "the weight does not fit the channels of x",
                "make the channels equal");
        Window w = conv.window();
        int height =
                (x.dim(2) - 1) * w.stride().height()
                        - 2 * w.padding().height()
                        + w.dilation().height() * (w.kernel().height() - 1)
                        + 1;
        int width =
                (x.dim(3) - 1) * w.stride().width()
                        - 2 * w.padding().width()
                        + w.dilation().width() * (w.kernel().width() - 1)
                        + 1;
        require(height > 0 && width > 0, "nothing is left of the image", "pad less");
        return Shape.of(x.dim(0), weight.dim(1) * conv.groups(), height, width);
    }

    private Shape pooled(Window window) {
        return spatial(image().dim(1), window);
    }

    private Shape spatial(int channels, Window window) {
        int height = window.outputHeight(shape(0).dim(2));
        int width = window.outputWidth(shape(0).dim(3));
        require(
                height > 0 && width > 0,
                "a window of %d×%d does not fit into the image"
                        .formatted(window.kernel().height(), window.kernel().width()),
                "use larger images, fewer strides or more padding");
        return Shape.of(shape(0).dim(0), channels, height, width);
    }

    private Shape padded(Op.Pad pad) {
        Shape x = image();
        require(
                Math.min(Math.min(pad.top(), pad.bottom()), Math.min(pad.left(), pad.right())) >= 0,
                "cannot be padded by " + pad,
                "pad by 0 or more; cut with slices");
        return Shape.of(
                x.dim(0),
                x.dim(1),
                pad.top() + x.dim(2) + pad.bottom(),
                pad.left() + x.dim(3) + pad.right());
    }

    private Shape enlarged(int factor) {
        Shape x = image();
        require(
                factor > 0,
                "cannot be enlarged " + factor + " times",
                "give a factor of 1 or more");
        return Shape.of(x.dim(0), x.dim(1), factor * x.dim(2), factor * x.dim(3));
    }

    private Shape linear() {
        Shape weight = shape(1);
        require(
                weight.rank() == 2 && shape(0).rank() > 0 && shape(0).dim(-1) == weight.dim(1),
                "the weight does not fit the last axis of x",
                "flatten x before the layer or change the layer's input size");
        List<Integer> dims = new ArrayList<>(shape(0).dims());
        dims.set(dims.size() - 1, weight.dim(0));
        return new Shape(dims);
    }

    private Shape product() {
        Shape a = shape(0);
        Shape b = shape(1);
        int rank = a.rank();
        require(
                rank >= 2
                        && rank == b.rank()
                        && a.dims().subList(0, rank - 2).equals(b.dims().subList(0, rank - 2))
                        && a.dim(-1) == b.dim(-2),
                "these cannot be multiplied",
                "the last axis of the first must equal the last but one of the second, all axes"
                        + " before must be equal");
        List<Integer> dims = new ArrayList<>(a.dims());
        dims.set(rank - 1, b.dim(-1));
        return new Shape(dims);
    }

    private Shape normalized(int axis) {
        require(
                shape(0).rank() > 1 && shape(1).equals(Shape.of(shape(0).dim(axis))),
                "the weight does not fit x",
                "use as many weights as channels");
        return shape(0);
    }

    private Shape broadcast() {
        List<Integer> result = new ArrayList<>();
        int rank = Math.max(shape(0).rank(), shape(1).rank());
        for (int axis = 1; axis <= rank; axis++) {
            int a = axis <= shape(0).rank() ? shape(0).dim(-axis) : 1;
            int b = axis <= shape(1).rank() ? shape(1).dim(-axis) : 1;
            require(
                    a == b || a == 1 || b == 1,
                    "these do not broadcast",
                    "make the dimensions equal or 1");
            result.addFirst(a == 1 ? b : a);
        }
        return new Shape(result);
    }

    private Shape reduced(List<Integer> axes) {
        List<Integer> dims = new ArrayList<>();
        for (int axis = 0; axis < shape(0).rank(); axis++) {
            if (!axes.contains(axis)) {
                dims.add(shape(0).dim(axis));
            }
        }
        require(
                dims.size() == shape(0).rank() - axes.size(),
                "has no axes " + axes,
                "name existing axes from 0, each once");
        return new Shape(dims);
    }

    private Shape joined(int axis) {
        require(
                axis >= 0 && axis < shape(0).rank(),
                "has no axis " + axis,
                "name an existing axis from 0");
        List<Integer> dims = new ArrayList<>(shape(0).dims());
        for (Value other : inputs.subList(1, inputs.size())) {
            List<Integer> theirs = new ArrayList<>(other.shape().dims());
            require(theirs.size() == dims.size(), "these cannot be joined", "make the ranks equal");
            int size = theirs.set(axis, dims.get(axis));
            require(
                    theirs.equals(dims),
                    "these cannot be joined on axis " + axis,
                    "make all other dimensions equal");
            dims.set(axis, dims.get(axis) + size);
        }
        return new Shape(dims);
    }

    private Shape sliced(Op.Slice slice) {
        boolean inside =
                slice.axis() > 0
                        && slice.axis() < shape(0).rank()
                        && slice.start() >= 0
                        && slice.length() > 0
                        && slice.start() + slice.length() <= shape(0).dim(slice.axis());
        require(inside, "has no " + slice, "cut inside an axis other than the batch");
        List<Integer> dims = new ArrayList<>(shape(0).dims());
        dims.set(slice.axis(), slice.length());
        return new Shape(dims);
    }

    private Shape reshaped(Shape shape) {
        require(
                shape.batched() == shape(0).batched()
                        && shape.elementsPerSample() == shape(0).elementsPerSample(),
                "cannot become " + shape,
                "keep the number of elements");
        return shape;
    }

    private Shape permuted(List<Integer> axes) {
        List<Integer> sorted = new ArrayList<>(axes);
        Collections.sort(sorted);
        boolean whole = sorted.size() == shape(0).rank();
        for (int i = 0; whole && i < sorted.size(); i++) {
            whole = sorted.get(i) == i;
        }
        require(whole, "cannot be permuted by " + axes, "name every axis once");
        return new Shape(axes.stream().map(axis -> shape(0).dim(axis)).toList());
    }

    private Shape expanded() {
        require(
                shape(0).rank() > 0 && shape(0).dim(0) == 1,
                "only 1×… can be repeated for each sample",
                "start the shape with 1");
        List<Integer> dims = new ArrayList<>(shape(0).dims());
        dims.set(0, shape(1).dim(0));
        return new Shape(dims);
    }

    private Shape attended(int heads) {
        boolean fits =
                inputs.stream().allMatch(input -> input.shape().rank() == 3)
                        && shape(0).dim(2) == shape(1).dim(2)
                        && shape(1).equals(shape(2))
                        && shape(0).dim(2) % heads == 0;
        require(
                fits,
                "needs query, key and value N×T×C with C divisible by " + heads + " heads",
                "make the widths equal");
        return shape(0);
    }

    private void require(boolean condition, String cause, String cure) {
        if (!condition) {
            String shapes = String.join(" and ", inputs.stream().map(Value::toString).toList());
            throw new GraphException(node, shapes + ": " + cause, cure);
        }
    }
}
