package fovea.loss;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.graph.GraphBuilder;
import fovea.graph.Op;
import fovea.graph.Value;
import fovea.sample.Labelling;

/// Softmax cross-entropy for exactly one class an image: −Σ target·log softmax(logits). Targets are
/// probabilities `N×K`, so mixed and smoothed labels (Szegedy et al., 2016) need nothing of their
/// own.
@Help("Softmax cross-entropy, for exactly one class an image")
public record CrossEntropy(
        @Help("Share of the target spread over all classes")
                @Default("0")
                @Range(min = 0, max = 0.5)
                double labelSmoothing)
        implements Loss {
    @Override
    public Value of(GraphBuilder g, Value logits, Value target) {
        int classes = logits.shape().dim(-1);
        Value smooth =
                labelSmoothing == 0
                        ? target
                        : g.scale(target, 1 - labelSmoothing, labelSmoothing / classes);
        Value perClass = g.multiply(smooth, g.apply(new Op.LogSoftmax(), logits));
        return g.scale(g.mean(g.sum(perClass, 1), 0), -1, 0);
    }

    @Override
    public Labelling labelling() {
        return Labelling.SINGLE_LABEL;
    }
}
