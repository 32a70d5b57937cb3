package fovea.run;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.graph.Bias;
import fovea.graph.Graph;
import fovea.graph.GraphBuilder;
import fovea.graph.Op;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.graph.Window;
import fovea.loss.CrossEntropy;
import fovea.model.Decoder;
import fovea.model.Model;
import fovea.model.ModelContext;
import fovea.sample.ClassList;
import fovea.tensor.Batch;
import fovea.tensor.TargetEncoder;
import fovea.training.PointModel;

/// A convolution with batch normalisation, dropout and a linear layer: everything with a state or
/// with randomness.
@Help("A small convolutional net")
public record ConvModel(
        @Help("Share of the features dropped") @Default("0.3") @Range(min = 0, max = 0.9)
                double dropout)
        implements Model {
    private static final PointModel TASK = new PointModel(0);

    @Override
    public Graph graph(ModelContext context) {
        return Graph.build("conv", g -> build(g, context));
    }

    private void build(GraphBuilder g, ModelContext context) {
        int classes = context.classes().size();
        Shape shape =
                Shape.image(
                        context.input().channels(),
                        context.input().height(),
                        context.input().width());
        Value image = g.input(Batch.IMAGE, shape);
        Value target = g.input("target", Shape.of(Shape.BATCH, classes));
        Value conv = g.at("conv").conv2d(image, 6, Window.same(3), Bias.NONE);
        Value features = g.flatten(g.relu(g.at("norm").batchNorm(conv)));
        Value kept = g.apply(new Op.Dropout(dropout), features);
        Value logits = g.at("head").linear(kept, classes);
        g.output("scores", g.apply(new Op.Softmax(), logits));
        g.output(Graph.LOSS, new CrossEntropy(0).of(g, logits, target));
    }

    @Override
    public TargetEncoder targets(ClassList classes) {
        return TASK.targets(classes);
    }

    @Override
    public Decoder decoder() {
        return TASK.decoder();
    }
}
