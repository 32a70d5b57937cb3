package fovea.training;

import fovea.component.Default;
import fovea.component.Help;
import fovea.component.Range;
import fovea.evaluation.Direction;
import fovea.evaluation.Evaluation;
import fovea.evaluation.Evaluator;
import fovea.evaluation.Metric;
import fovea.graph.Graph;
import fovea.graph.GraphBuilder;
import fovea.graph.Op;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.loss.CrossEntropy;
import fovea.model.Decoder;
import fovea.model.Model;
import fovea.model.ModelContext;
import fovea.sample.Annotation;
import fovea.sample.ClassList;
import fovea.sample.ClassScores;
import fovea.sample.Labelling;
import fovea.sample.Sample;
import fovea.tensor.Batch;
import fovea.tensor.HostTensor;
import fovea.tensor.TargetEncoder;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Softmax regression on the pixels, judged by accuracy.
@Help("Softmax regression")
public record PointModel(
        @Help("Share of the pixels dropped") @Default("0") @Range(min = 0, max = 0.9)
                double dropout)
        implements Model {
    public static final Metric ACCURACY =
            new Metric("accuracy/top1", Direction.HIGHER_IS_BETTER, "%");
    static final String TARGET = "target";
    static final String SCORES = "scores";

    @Override
    public Graph graph(ModelContext context) {
        return Graph.build("points", g -> build(g, context));
    }

    private void build(GraphBuilder g, ModelContext context) {
        int classes = context.classes().size();
        Value image =
                g.input(
                        Batch.IMAGE,
                        Shape.image(
                                context.input().channels(),
                                context.input().height(),
                                context.input().width()));
        Value target = g.input(TARGET, Shape.of(Shape.BATCH, classes));
        Value pixels = g.flatten(image);
        Value kept = dropout == 0 ? pixels : g.apply(new Op.Dropout(dropout), pixels);
        Value logits = g.at("head").linear(kept, classes);
        g.output(SCORES, g.apply(new Op.Softmax(), logits));
        g.output(Graph.LOSS, new CrossEntropy(0).of(g, logits, target));
    }

    @Override
    public TargetEncoder targets(ClassList classes) {
        return new TargetEncoder() {
            @Override
            public Map<String, List<Integer>> targets() {
                return Map.of(TARGET, List.of(classes.size()));
            }

            @Override
            public void encode(Sample sample, Map<String, FloatBuffer> into) {
                FloatBuffer target = into.getOrDefault(TARGET, FloatBuffer.allocate(0));
                for (int i = 0; i < classes.size(); i++) {
                    target.put(i, sample.labels().contains(i) ? 1 : 0);
                }
            }
        };
    }

    @Override
    public Decoder decoder() {
        return new PointDecoder();
    }

    private record PointDecoder() implements Decoder {
        @Override
        public List<String> outputs() {
            return List.of(SCORES);
        }

        @Override
        public List<Annotation> decode(Map<String, HostTensor> outputs, int row) {
            HostTensor scores = outputs.getOrDefault(SCORES, HostTensor.zeros(0));
            int classes = scores.shape().getLast();
            List<Float> values = new ArrayList<>();
            for (int i = 0; i < classes; i++) {
                values.add(scores.data().get(row * classes + i));
            }
            return List.of(new ClassScores(values));
        }

        @Override
        public Evaluator evaluator(ClassList classes) {
            return new Accuracy();
        }

        @Override
        public Labelling labelling() {
            return Labelling.SINGLE_LABEL;
        }
    }

    private static final class Accuracy implements Evaluator {
        private int correct;
        private int seen;

        @Override
        public void add(Sample sample) {
            seen++;
            if (sample.predictions().getFirst() instanceof ClassScores scores
                    && sample.labels().contains(scores.best())) {
                correct++;
            }
        }

        @Override
        public Evaluation evaluation() {
            return new Evaluation(
                    Map.of(ACCURACY, 100.0 * correct / seen), ACCURACY, Optional.empty());
        }
    }
}
