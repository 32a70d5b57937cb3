package fovea.classification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.graph.Graph;
import fovea.graph.Op;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.image.PixelImage;
import fovea.loss.BinaryCrossEntropy;
import fovea.loss.CrossEntropy;
import fovea.loss.Loss;
import fovea.model.Decoder;
import fovea.model.LeNet;
import fovea.model.ModelContext;
import fovea.plugin.Plugin;
import fovea.problem.InvalidInputException;
import fovea.sample.ClassList;
import fovea.sample.ClassScores;
import fovea.sample.ImageLabel;
import fovea.sample.Labelling;
import fovea.sample.Sample;
import fovea.tensor.HostTensor;
import fovea.tensor.InputSpec;

import org.junit.jupiter.api.Test;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

class ImageClassifierTest {
    private static final ClassList CLASSES = new ClassList(List.of("bag", "boot", "coat"));
    private static final ModelContext CONTEXT =
            new ModelContext(CLASSES, new InputSpec(1, 28, 28, List.of(0.5), List.of(0.5)));

    @Test
    void graphTakesImageAndTargetAndGivesLossScoresAndLogits() {
        Graph graph = classifier(0, new CrossEntropy(0)).graph(CONTEXT);

        assertEquals(List.of("image", "target"), graph.inputs().stream().map(Value::name).toList());
        assertEquals(Shape.of(Shape.BATCH, 3), graph.inputs().getLast().shape());
        assertEquals(Shape.of(Shape.BATCH, 3), graph.output("scores").shape());
        assertEquals(Shape.of(Shape.BATCH, 3), graph.output("logits").shape());
        assertEquals(0, graph.output("loss").shape().rank());
        assertEquals("head", graph.output("logits").name());
        assertTrue(
                graph.parameters().stream()
                        .map(Value::name)
                        .toList()
                        .containsAll(List.of("head.weight", "head.bias", "backbone.conv1.weight")));
    }

    @Test
    void predictionsNeedNoTarget() {
        ImageClassifier classifier = classifier(0.5, new CrossEntropy(0.1));
        Graph net =
                classifier
                        .graph(CONTEXT)
                        .only(classifier.decoder().outputs().toArray(String[]::new));

        assertEquals(List.of("image"), net.inputs().stream().map(Value::name).toList());
    }

    @Test
    void scoresAreTheSoftmaxForOneClassAndTheSigmoidForAnyNumber() {
        Value exclusive = classifier(0, new CrossEntropy(0)).graph(CONTEXT).output("scores");
        Value free = classifier(0, new BinaryCrossEntropy()).graph(CONTEXT).output("scores");

        assertInstanceOf(Op.Softmax.class, exclusive.op());
        assertEquals(new Op.Unary(Op.Function.SIGMOID), free.op());
    }

    @Test
    void dropoutIsInTheGraphOnlyIfItDoesSomething() {
        assertTrue(hasDropout(classifier(0.3, new CrossEntropy(0))));
        assertFalse(hasDropout(classifier(0, new CrossEntropy(0))));
    }

    @Test
    void encodesOneClassAsOneOverOldValues() {
        assertArrayEquals(new float[] {0, 1, 0}, encoded(new CrossEntropy(0), ImageLabel.of(1)));
    }

    @Test
    void encodesSeveralClassesAndNone() {
        assertArrayEquals(
                new float[] {1, 0, 1},
                encoded(new BinaryCrossEntropy(), new ImageLabel(List.of(2, 0))));
        assertArrayEquals(
                new float[] {0, 0, 0},
                encoded(new BinaryCrossEntropy(), new ImageLabel(List.of())));
    }

    @Test
    void aSampleThatCannotBeATargetIsNamed() {
        assertNamed(new CrossEntropy(0), Sample.of("a/7.png", pixel()));
        assertNamed(new CrossEntropy(0), sample(new ImageLabel(List.of())));
        assertNamed(new CrossEntropy(0), sample(new ImageLabel(List.of(0, 1))));
        assertNamed(new CrossEntropy(0), sample(ImageLabel.of(3)));
        assertNamed(new BinaryCrossEntropy(), Sample.of("a/7.png", pixel()));
        assertNamed(new BinaryCrossEntropy(), sample(new ImageLabel(List.of(0, -1))));
    }

    @Test
    void decodesTheScoresOfARow() {
        HostTensor scores = HostTensor.of(List.of(2, 3), 0.1f, 0.2f, 0.7f, 0.5f, 0.3f, 0.2f);

        assertEquals(
                List.of(new ClassScores(List.of(0.5f, 0.3f, 0.2f))),
                classifier(0, new CrossEntropy(0)).decoder().decode(Map.of("scores", scores), 1));
    }

    @Test
    void rawNumbersBecomeScores() {
        float three = (float) Math.log(3);
        HostTensor raw = HostTensor.of(List.of(2, 2), 5f, 6f, 80f, 80f + three);
        assertScores(raw, Activation.SOFTMAX, 0.25f, 0.75f);
        assertScores(raw, Activation.NONE, 80f, 80f + three);
        HostTensor mixed = HostTensor.of(List.of(2, 2), 9f, 9f, 0f, -three);
        assertScores(mixed, Activation.SIGMOID, 0.5f, 0.25f);
    }

    private static void assertScores(HostTensor raw, Activation activation, float... wanted) {
        Decoder decoder = new ClassScoresDecoder("raw", Labelling.MULTI_LABEL, activation);
        ClassScores scores =
                assertInstanceOf(
                        ClassScores.class, decoder.decode(Map.of("raw", raw), 1).getFirst());
        for (int i = 0; i < wanted.length; i++) {
            assertEquals(wanted[i], scores.scores().get(i), 1e-4f);
        }
    }

    @Test
    void judgesByTheKindOfTheLoss() {
        assertEquals(
                "accuracy/top1",
                classifier(0, new CrossEntropy(0))
                        .decoder()
                        .evaluator(CLASSES)
                        .evaluation()
                        .primary()
                        .key());
        assertEquals(
                "multi-label/mAP",
                classifier(0, new BinaryCrossEntropy())
                        .decoder()
                        .evaluator(CLASSES)
                        .evaluation()
                        .primary()
                        .key());
    }

    @Test
    void thePluginIsFoundAndListsModelAndMetrics() {
        Plugin plugin =
                ServiceLoader.load(Plugin.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(found -> found.name().equals("classification"))
                        .findFirst()
                        .orElseThrow();

        assertEquals(List.of(ImageClassifier.class, ClassScoresDecoder.class), plugin.components());
        assertEquals(
                java.util.Set.of("accuracy", "single-label", "multi-label"),
                plugin.evaluations().keySet());
    }

    private static ImageClassifier classifier(double dropout, Loss loss) {
        return new ImageClassifier(new LeNet(LeNet.Variant.WIDE), dropout, loss);
    }

    private static boolean hasDropout(ImageClassifier classifier) {
        return classifier.graph(CONTEXT).values().stream()
                .anyMatch(value -> value.op() instanceof Op.Dropout);
    }

    private static float[] encoded(Loss loss, ImageLabel label) {
        FloatBuffer buffer = FloatBuffer.wrap(new float[] {9, 9, 9});
        classifier(0, loss).targets(CLASSES).encode(sample(label), Map.of("target", buffer));
        return buffer.array();
    }

    private static void assertNamed(Loss loss, Sample sample) {
        FloatBuffer buffer = FloatBuffer.allocate(3);
        InvalidInputException refusal =
                assertThrows(
                        InvalidInputException.class,
                        () ->
                                classifier(0, loss)
                                        .targets(CLASSES)
                                        .encode(sample, Map.of("target", buffer)));
        assertEquals("a/7.png", refusal.problems().getFirst().place());
        assertFalse(refusal.problems().getFirst().cure().isEmpty());
    }

    private static Sample sample(ImageLabel label) {
        return Sample.of("a/7.png", pixel(), label);
    }

    private static PixelImage pixel() {
        return new PixelImage(1, 1, 1, new byte[1]);
    }
}
