package fovea.model.layered;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Named;
import fovea.component.Range;
import fovea.graph.GraphBuilder;
import fovea.graph.Shape;
import fovea.graph.Value;

import java.util.ArrayList;
import java.util.List;

/// The same elements in another shape.
@Named("reshape")
@Help("The same elements in another shape")
public record ReshapeLayer(
        @Help("The shape of a sample, of an image in the order below; -1 for what is left over")
                @Range(min = -1, max = 1000000000)
                List<Integer> shape,
        @Help("The order of an image's elements, before and after") @Default("channels-last")
                Order order)
        implements Layer {
    private static final int LEFT_OVER = -1;

    public ReshapeLayer {
        shape = List.copyOf(shape);
        if (shape.isEmpty() || shape.size() > 3) {
            throw new IllegalArgumentException("a shape has one to three numbers, not " + shape);
        }
        if (shape.contains(0) || shape.stream().filter(size -> size == LEFT_OVER).count() > 1) {
            throw new IllegalArgumentException("a shape has no 0 and one -1 at most: " + shape);
        }
    }

    @Override
    public Value apply(GraphBuilder g, List<Value> inputs) {
        Value x = Inputs.one(inputs);
        Shape wanted = wanted(x.shape().elementsPerSample());
        return switch (order) {
            case CHANNELS_LAST ->
                    Inputs.channelsFirst(g, g.reshape(Inputs.channelsLast(g, x), wanted));
            case CHANNELS_FIRST -> g.reshape(x, wanted);
        };
    }

    private Shape wanted(long elements) {
        long known = 1;
        for (int size : shape) {
            known = size == LEFT_OVER ? known : Math.multiplyExact(known, size);
        }
        List<Integer> dims = new ArrayList<>(List.of(Shape.BATCH));
        for (int size : shape) {
            // A remainder of 0 becomes 1, and the elements will not fit.
            dims.add(size == LEFT_OVER ? (int) Math.max(1, elements / known) : size);
        }
        return new Shape(dims);
    }
}
