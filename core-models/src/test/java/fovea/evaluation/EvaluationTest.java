package fovea.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.image.PixelImage;
import fovea.sample.ClassList;
import fovea.sample.Sample;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class EvaluationTest {
    private static final Metric A = new Metric("a", Direction.HIGHER_IS_BETTER, "%");
    private static final Metric B = new Metric("b", Direction.LOWER_IS_BETTER, "");

    @Test
    void findsValuesByKeyAndIsNanForOthers() {
        Evaluation evaluation = new Evaluation(Map.of(A, 3.0), A, Optional.empty());

        assertEquals(3, evaluation.value("a"));
        assertTrue(Double.isNaN(evaluation.value("b")));
        assertTrue(Double.isNaN(evaluation.value(B)));
    }

    @Test
    void joinedKeepsTheFirstPrimaryAndTheFirstOfEqualKeys() {
        ConfusionMatrix matrix = ConfusionMatrix.of(new int[][] {{1}});
        Evaluation first = new Evaluation(Map.of(A, 1.0), A, Optional.empty());
        Evaluation second = new Evaluation(Map.of(A, 2.0, B, 3.0), B, Optional.of(matrix));

        Evaluation joined = first.and(second);

        assertEquals(A, joined.primary());
        assertEquals(1, joined.value(A));
        assertEquals(3, joined.value(B));
        assertEquals(Optional.of(matrix), joined.confusion());
    }

    @Test
    void combinedEvaluatorGivesEachSampleToEachPart() {
        Sample sample = Sample.of("x", new PixelImage(1, 1, 1, new byte[1]));
        Evaluator combined = new CombinedEvaluator(List.of(new Counting(A), new Counting(B)));

        combined.add(sample);
        combined.add(sample);

        assertEquals(2, combined.evaluation().value(A));
        assertEquals(2, combined.evaluation().value(B));
        assertEquals(A, combined.evaluation().primary());
        assertThrows(IllegalArgumentException.class, () -> new CombinedEvaluator(List.of()));
    }

    @Test
    void classTableNeedsOneValueForEachClass() {
        ClassList classes = new ClassList(List.of("cat", "dog"));
        ClassTable table = new ClassTable(classes, Map.of(A, List.of(1.0, 2.0)));

        assertEquals(List.of(1.0, 2.0), table.column("a"));
        assertEquals(List.of(), table.column("b"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ClassTable(classes, Map.of(A, List.of(1.0))));
    }

    @Test
    void confusionMatrixCountsRowsAndDiagonal() {
        ConfusionMatrix matrix = ConfusionMatrix.of(new int[][] {{5, 1}, {2, 7}});

        assertEquals(6, matrix.support(0));
        assertEquals(15, matrix.total());
        assertEquals(12, matrix.correct());
        assertEquals(2, matrix.count(1, 0));
    }

    private static final class Counting implements Evaluator {
        private final Metric metric;
        private double samples;

        Counting(Metric metric) {
            this.metric = metric;
        }

        @Override
        public void add(Sample sample) {
            samples++;
        }

        @Override
        public Evaluation evaluation() {
            return new Evaluation(Map.of(metric, samples), metric, Optional.empty());
        }
    }
}
