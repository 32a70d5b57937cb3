package fovea.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.engine.Device;
import fovea.engine.Initialization;
import fovea.engine.Precision;
import fovea.engine.TrainingOptions;
import fovea.engine.TrainingSession;
import fovea.engine.torch.TorchEngine;
import fovea.evaluation.Evaluation;
import fovea.evaluation.Evaluator;
import fovea.graph.Graph;
import fovea.image.PixelImage;
import fovea.loss.BinaryCrossEntropy;
import fovea.loss.CrossEntropy;
import fovea.loss.Loss;
import fovea.model.LeNet;
import fovea.model.ModelContext;
import fovea.optimization.Optimizer;
import fovea.sample.ClassList;
import fovea.sample.ClassScores;
import fovea.sample.ImageLabel;
import fovea.sample.Sample;
import fovea.sample.Seed;
import fovea.tensor.HostTensor;
import fovea.tensor.InputSpec;
import fovea.tensor.TargetEncoder;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Images with a bright column for each class they show.
class ImageClassifierLearningTest {
    private static final int SIDE = 28;
    private static final ClassList CLASSES = new ClassList(List.of("left", "right", "middle"));
    private static final ModelContext CONTEXT =
            new ModelContext(CLASSES, new InputSpec(1, SIDE, SIDE, List.of(0.0), List.of(1.0)));
    private static final int STEPS = 25;

    @Test
    void learnsToTellExclusiveClassesApart() {
        List<List<Integer>> labels = List.of(List.of(0), List.of(1), List.of(2));

        Evaluation evaluation = learn(new CrossEntropy(0), labels);

        assertEquals(100, evaluation.value("accuracy/top1"));
        assertEquals(100, evaluation.value("single-label/f1-score"));
    }

    @Test
    void learnsClassesThatAppearTogetherOrNotAtAll() {
        List<List<Integer>> labels =
                List.of(List.of(), List.of(0), List.of(1), List.of(0, 1), List.of(0, 1, 2));

        Evaluation evaluation = learn(new BinaryCrossEntropy(), labels);

        assertEquals(100, evaluation.value("multi-label/mAP"));
        assertEquals(100, evaluation.value("multi-label/f1-score"));
    }

    private static Evaluation learn(Loss loss, List<List<Integer>> labels) {
        ImageClassifier model = new ImageClassifier(new LeNet(LeNet.Variant.WIDE), 0.1, loss);
        Graph graph = model.graph(CONTEXT);
        Map<String, HostTensor> batch = batch(model.targets(CLASSES), labels);
        TrainingOptions options =
                new TrainingOptions(
                        Device.CPU,
                        Precision.FP32,
                        new Optimizer.Adam(0.001, 0.9, 0.999, 1e-8, 0),
                        OptionalDouble.empty(),
                        OptionalDouble.empty());
        try (TrainingSession session =
                new TorchEngine().train(graph, Initialization.of(graph, new Seed(1)), options)) {
            double first = session.step(List.of(batch), 0.001, 0).loss();
            double last = first;
            for (int step = 1; step < STEPS; step++) {
                last = session.step(List.of(batch), 0.001, step).loss();
            }
            assertTrue(last < first / 4, first + " fell only to " + last);
            return judge(model, session.evaluate(batch, model.decoder().outputs()), labels);
        }
    }

    private static Evaluation judge(
            ImageClassifier model, Map<String, HostTensor> outputs, List<List<Integer>> labels) {
        Evaluator evaluator = model.decoder().evaluator(CLASSES);
        for (int row = 0; row < labels.size(); row++) {
            Sample sample =
                    sample(labels.get(row)).withPredictions(model.decoder().decode(outputs, row));
            evaluator.add(sample);
            boolean inRange =
                    sample.predictions().stream()
                            .map(ClassScores.class::cast)
                            .flatMap(scores -> scores.scores().stream())
                            .allMatch(score -> score >= 0 && score <= 1);
            assertTrue(inRange);
        }
        return evaluator.evaluation();
    }

    private static Map<String, HostTensor> batch(
            TargetEncoder encoder, List<List<Integer>> labels) {
        HostTensor images = HostTensor.zeros(labels.size(), 1, SIDE, SIDE);
        HostTensor targets = HostTensor.zeros(labels.size(), CLASSES.size());
        for (int row = 0; row < labels.size(); row++) {
            for (int label : labels.get(row)) {
                paint(images, row, label);
            }
            encoder.encode(
                    sample(labels.get(row)),
                    Map.of(
                            ImageClassifier.TARGET,
                            targets.data().slice(row * CLASSES.size(), CLASSES.size())));
        }
        return Map.of("image", images, ImageClassifier.TARGET, targets);
    }

    /// A bright column, one place a class.
    private static void paint(HostTensor images, int row, int label) {
        int left = List.of(2, 18, 10).get(label);
        IntStream.range(0, SIDE)
                .forEach(
                        y -> {
                            for (int x = left; x < left + 7; x++) {
                                images.data().put((row * SIDE + y) * SIDE + x, 1);
                            }
                        });
    }

    private static Sample sample(List<Integer> labels) {
        return Sample.of("x", new PixelImage(1, 1, 1, new byte[1]), new ImageLabel(labels));
    }
}
