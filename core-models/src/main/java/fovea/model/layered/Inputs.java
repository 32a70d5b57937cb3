package fovea.model.layered;

import fovea.graph.GraphBuilder;
import fovea.graph.Shape;
import fovea.graph.Value;

import java.util.List;

/// Checks what layers take, and turns images so that their channels come last.
final class Inputs {
    private Inputs() {}

    static Value one(List<Value> inputs) {
        if (inputs.size() != 1) {
            throw new IllegalArgumentException("this layer takes one input, not " + inputs.size());
        }
        return inputs.getFirst();
    }

    static Value image(List<Value> inputs) {
        Value x = one(inputs);
        if (x.shape().rank() != 4) {
            throw new IllegalArgumentException("this layer takes an image N×C×H×W");
        }
        return x;
    }

    /// Two or more of one rank.
    static List<Value> several(List<Value> inputs) {
        if (inputs.size() < 2) {
            throw new IllegalArgumentException("this layer takes two or more inputs");
        }
        if (inputs.stream().map(value -> value.shape().rank()).distinct().count() > 1) {
            throw new IllegalArgumentException("its inputs must have the same number of axes");
        }
        return inputs;
    }

    /// An image as `N×H×W×C`; anything else as it is.
    static Value channelsLast(GraphBuilder g, Value x) {
        return x.shape().rank() == 4 ? g.permute(x, 0, 2, 3, 1) : x;
    }

    /// `N×H×W×C` as an image; anything else as it is.
    static Value channelsFirst(GraphBuilder g, Value x) {
        return x.shape().rank() == 4 ? g.permute(x, 0, 3, 1, 2) : x;
    }

    /// How many channels a value has.
    static int channels(Value x) {
        return channelAxis(x) == 1 ? x.shape().dim(1) : x.shape().dim(-1);
    }

    static int channelAxis(Value x) {
        return x.shape().rank() == 4 ? 1 : x.shape().rank() - 1;
    }

    /// Anything as `N×C×H×W`, for operations that know no other shape.
    static Value asImage(GraphBuilder g, Value x) {
        Shape shape = x.shape();
        return switch (shape.rank()) {
            case 4 -> x;
            case 3 -> g.reshape(g.permute(x, 0, 2, 1), Shape.image(shape.dim(2), shape.dim(1), 1));
            case 2 -> g.reshape(x, Shape.image(shape.dim(1), 1, 1));
            default -> throw new IllegalArgumentException("this layer takes no value like this");
        };
    }

    /// Undoes [#asImage].
    static Value like(GraphBuilder g, Value image, Shape shape) {
        return switch (shape.rank()) {
            case 3 ->
                    g.permute(
                            g.reshape(image, Shape.of(Shape.BATCH, shape.dim(2), shape.dim(1))),
                            0,
                            2,
                            1);
            case 2 -> g.reshape(image, shape);
            default -> image;
        };
    }
}
