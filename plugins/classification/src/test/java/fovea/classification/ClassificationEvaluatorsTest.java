package fovea.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.evaluation.ClassTable;
import fovea.evaluation.Evaluation;
import fovea.evaluation.Evaluator;
import fovea.evaluation.Metric;
import fovea.image.PixelImage;
import fovea.problem.InvalidInputException;
import fovea.sample.ClassList;
import fovea.sample.ClassScores;
import fovea.sample.ImageLabel;
import fovea.sample.Labelling;
import fovea.sample.Sample;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class ClassificationEvaluatorsTest {
    private static final double EXACT = 1e-9;

    @Test
    void singleLabelAgreesWithScikitLearn() {
        Evaluation evaluation = evaluate(ReferenceData.singleLabel(), Labelling.SINGLE_LABEL);

        assertEquals("accuracy/top1", evaluation.primary().key());
        assertEquals(45, evaluation.value("accuracy/top1"), EXACT);
        assertEquals(96.66666666666667, evaluation.value("accuracy/top5"), EXACT);
        assertEquals(42.1669071669, evaluation.value("single-label/precision"), EXACT);
        assertEquals(39.4832291891, evaluation.value("single-label/recall"), EXACT);
        assertEquals(39.1920863988, evaluation.value("single-label/f1-score"), EXACT);
        assertEquals(60, evaluation.value("single-label/support"), EXACT);
        assertEquals(45, evaluation.value("single-label/precision_micro"), EXACT);
        assertEquals(45, evaluation.value("single-label/recall_micro"), EXACT);
        assertEquals(45, evaluation.value("single-label/f1-score_micro"), EXACT);
        assertEquals(60, evaluation.value("single-label/support_micro"), EXACT);
        assertEquals(
                List.of(
                        List.of(7, 2, 1, 1, 1, 2),
                        List.of(2, 3, 1, 1, 0, 0),
                        List.of(0, 1, 6, 1, 0, 1),
                        List.of(1, 1, 1, 7, 2, 1),
                        List.of(1, 2, 1, 8, 4, 1),
                        List.of(0, 0, 0, 0, 0, 0)),
                evaluation.confusion().orElseThrow().counts());
    }

    @Test
    void singleLabelAgreesWithScikitLearnClassByClass() {
        ClassTable table =
                evaluate(ReferenceData.singleLabel(), Labelling.SINGLE_LABEL)
                        .perClass()
                        .orElseThrow();

        assertColumn(
                table,
                "single-label/precision_classwise",
                List.of(63.6363636364, 33.3333333333, 60.0, 38.8888888889, 57.1428571429, 0.0));
        assertColumn(
                table,
                "single-label/recall_classwise",
                List.of(50.0, 42.8571428571, 66.6666666667, 53.8461538462, 23.5294117647, 0.0));
        assertColumn(
                table,
                "single-label/f1-score_classwise",
                List.of(56.0, 37.5, 63.1578947368, 45.1612903226, 33.3333333333, 0.0));
        assertColumn(
                table, "single-label/support_classwise", List.of(14.0, 7.0, 9.0, 13.0, 17.0, 0.0));
    }

    @Test
    void multiLabelAgreesWithScikitLearn() {
        Evaluation evaluation = evaluate(ReferenceData.multiLabel(), Labelling.MULTI_LABEL);

        assertEquals("multi-label/mAP", evaluation.primary().key());
        assertEquals(36.63666150309649, evaluation.value("multi-label/mAP"), EXACT);
        assertEquals(30, evaluation.value("multi-label/precision"), EXACT);
        assertEquals(53.5829959514, evaluation.value("multi-label/recall"), EXACT);
        assertEquals(37.6800334169, evaluation.value("multi-label/f1-score"), EXACT);
        assertEquals(62, evaluation.value("multi-label/support"), EXACT);
        assertEquals(29.4964028777, evaluation.value("multi-label/precision_micro"), EXACT);
        assertEquals(66.1290322581, evaluation.value("multi-label/recall_micro"), EXACT);
        assertEquals(40.7960199005, evaluation.value("multi-label/f1-score_micro"), EXACT);
        assertColumn(
                evaluation.perClass().orElseThrow(),
                "multi-label/AP_classwise",
                List.of(52.2495821298, 35.2986501737, 46.9248253082, 48.7102499039, 0.0));
    }

    @Test
    void averagePrecisionAgreesWithTheExampleInTheManualOfMmpretrain() {
        Evaluator evaluator = ClassificationEvaluators.of(classes(4), Labelling.MULTI_LABEL);
        evaluator.add(sample(List.of(0, 1), 0.9f, 0.8f, 0.3f, 0.2f));
        evaluator.add(sample(List.of(1), 0.1f, 0.2f, 0.2f, 0.1f));
        evaluator.add(sample(List.of(2), 0.7f, 0.5f, 0.9f, 0.3f));
        evaluator.add(sample(List.of(0), 0.8f, 0.1f, 0.1f, 0.2f));

        assertEquals(70.8333, evaluator.evaluation().value("multi-label/mAP"), 1e-4);
    }

    @Test
    void ofEqualScoresTheLowestIndexIsBest() {
        Evaluator evaluator = ClassificationEvaluators.of(classes(3), Labelling.SINGLE_LABEL);
        evaluator.add(sample(List.of(0), 0.4f, 0.4f, 0.2f));
        evaluator.add(sample(List.of(1), 0.4f, 0.4f, 0.2f));

        assertEquals(50, evaluator.evaluation().value("accuracy/top1"));
        assertEquals(
                List.of(1, 0, 0), evaluator.evaluation().confusion().orElseThrow().counts().get(1));
    }

    @Test
    void topFiveIsLeftOutBelowFiveClasses() {
        Evaluation evaluation =
                ClassificationEvaluators.of(classes(4), Labelling.SINGLE_LABEL).evaluation();

        assertTrue(Double.isNaN(evaluation.value("accuracy/top5")));
        assertTrue(
                evaluation.values().keySet().stream()
                        .map(Metric::key)
                        .noneMatch("accuracy/top5"::equals));
    }

    @Test
    void metricsOfNoSampleAreUndefined() {
        for (Labelling labelling : Labelling.values()) {
            Evaluation evaluation = ClassificationEvaluators.of(classes(5), labelling).evaluation();
            assertTrue(Double.isNaN(evaluation.value(evaluation.primary())));
        }
    }

    @Test
    void scoresThatAreNotNumbersAreNeverRight() {
        Evaluator evaluator = ClassificationEvaluators.of(classes(5), Labelling.SINGLE_LABEL);
        Float[] broken = {Float.NaN, Float.NaN, Float.NaN, Float.NaN, Float.NaN};
        evaluator.add(sample(List.of(0), broken));

        assertEquals(0, evaluator.evaluation().value("accuracy/top1"));
        assertEquals(0, evaluator.evaluation().value("accuracy/top5"));
        assertEquals(0, evaluator.evaluation().value("single-label/recall_micro"));
    }

    @Test
    void aSampleWithoutOneLabelIsNamed() {
        Evaluator evaluator = ClassificationEvaluators.of(classes(2), Labelling.SINGLE_LABEL);

        InvalidInputException two =
                assertThrows(
                        InvalidInputException.class,
                        () -> evaluator.add(sample(List.of(0, 1), 0.5f, 0.5f)));
        assertEquals("shoe.png", two.problems().getFirst().place());
    }

    @Test
    void scoresForOtherClassesAreRefused() {
        Evaluator evaluator = ClassificationEvaluators.of(classes(2), Labelling.SINGLE_LABEL);

        assertThrows(
                IllegalArgumentException.class,
                () -> evaluator.add(sample(List.of(0), 0.1f, 0.2f, 0.7f)));
        assertThrows(
                IllegalArgumentException.class,
                () -> evaluator.add(Sample.of("x", pixel(), ImageLabel.of(0))));
    }

    private static Evaluation evaluate(ReferenceData data, Labelling labelling) {
        Evaluator evaluator = ClassificationEvaluators.of(data.classes(), labelling);
        for (int i = 0; i < data.scores().size(); i++) {
            Float[] scores =
                    data.scores().get(i).stream().map(Double::floatValue).toArray(Float[]::new);
            evaluator.add(sample(data.labels().get(i), scores));
        }
        return evaluator.evaluation();
    }

    private static void assertColumn(ClassTable table, String key, List<Double> expected) {
        List<Double> column = table.column(key);
        assertEquals(expected.size(), column.size(), key);
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), column.get(i), EXACT, key + " of class " + i);
        }
    }

    private static Sample sample(List<Integer> labels, Float... scores) {
        return Sample.of("shoe.png", pixel(), new ImageLabel(labels))
                .withPredictions(List.of(new ClassScores(List.of(scores))));
    }

    private static PixelImage pixel() {
        return new PixelImage(1, 1, 1, new byte[1]);
    }

    private static ClassList classes(int count) {
        return new ClassList(IntStream.range(0, count).mapToObj(i -> "class " + i).toList());
    }
}
