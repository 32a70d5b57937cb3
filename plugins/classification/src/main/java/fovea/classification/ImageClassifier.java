package fovea.classification;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.graph.Bias;
import fovea.graph.Graph;
import fovea.graph.GraphBuilder;
import fovea.graph.Op;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.loss.Loss;
import fovea.model.Backbone;
import fovea.model.Decoder;
import fovea.model.Model;
import fovea.model.ModelContext;
import fovea.sample.ClassList;
import fovea.tensor.Batch;
import fovea.tensor.InputSpec;
import fovea.tensor.TargetEncoder;

/// A backbone, its pooled vector, dropout and one linear layer.
///
/// Inputs of the graph: `image` `N×C×H×W` and `target` `N×K`. Outputs: `loss`, `logits` `N×K` and
/// `scores` `N×K` in 0…1, which are the softmax of the logits if the loss takes one class an image
/// and their sigmoid if it takes any number. Parameters lie below `backbone` and `head`.
@Help("Tells which class, or which classes, an image shows")
public record ImageClassifier(
        @Help("The net that turns the image into a vector") Backbone backbone,
        @Help("Share of the vector's elements zeroed while training; more fights overfitting")
                @Default("0")
                @Range(min = 0, max = 0.95)
                double dropout,
        @Help("cross-entropy for one class an image, binary-cross-entropy for any number")
                @Default("{type: cross-entropy}")
                Loss loss)
        implements Model {
    /// The name of the input with the truth, `N×K`: 1 for each class the image shows, else 0.
    public static final String TARGET = "target";

    /// The output with a score in 0…1 for each class.
    public static final String SCORES = "scores";

    /// The output with the raw outputs of the last layer.
    public static final String LOGITS = "logits";

    @Override
    public Graph graph(ModelContext context) {
        return Graph.build("image-classifier", g -> build(g, context));
    }

    private void build(GraphBuilder g, ModelContext context) {
        InputSpec input = context.input();
        int classes = context.classes().size();
        Value image =
                g.input(Batch.IMAGE, Shape.image(input.channels(), input.height(), input.width()));
        GraphBuilder net = g.at("backbone");
        Value vector = backbone.pooled(net, backbone.features(net, image));
        Value kept = dropout == 0 ? vector : g.apply(new Op.Dropout(dropout), vector);
        Value logits = g.at("head").linear(kept, classes, Bias.LEARNT, backbone.classifierStart());
        g.output(LOGITS, logits);
        g.output(SCORES, scores(g, logits));
        Value target = g.input(TARGET, Shape.of(Shape.BATCH, classes));
        g.output(Graph.LOSS, loss.of(g.at("loss"), logits, target));
    }

    private Value scores(GraphBuilder g, Value logits) {
        return switch (loss.labelling()) {
            case SINGLE_LABEL -> g.apply(new Op.Softmax(), logits);
            case MULTI_LABEL -> g.unary(Op.Function.SIGMOID, logits);
        };
    }

    @Override
    public TargetEncoder targets(ClassList classes) {
        return new LabelEncoder(classes, loss.labelling());
    }

    @Override
    public Decoder decoder() {
        return new ClassScoresDecoder(SCORES, loss.labelling(), Activation.NONE);
    }
}
