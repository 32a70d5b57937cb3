package fovea.loss;

import fovea.component.Help;
import fovea.graph.GraphBuilder;
import fovea.graph.Op;
import fovea.graph.Value;
import fovea.sample.Labelling;

import java.util.stream.IntStream;

/// Sigmoid cross-entropy, each element a question of its own: softplus(x) − x·target, which is
/// stable for any x. For several classes an image, or for foreground masks.
@Help("Sigmoid cross-entropy, for any number of classes an image")
public record BinaryCrossEntropy() implements Loss {
    @Override
    public Value of(GraphBuilder g, Value logits, Value target) {
        Value element =
                g.binary(
                        Op.Operator.SUBTRACT,
                        g.unary(Op.Function.SOFTPLUS, logits),
                        g.multiply(logits, target));
        Integer[] axes = IntStream.range(0, element.shape().rank()).boxed().toArray(Integer[]::new);
        return g.mean(element, axes);
    }

    @Override
    public Labelling labelling() {
        return Labelling.MULTI_LABEL;
    }
}
