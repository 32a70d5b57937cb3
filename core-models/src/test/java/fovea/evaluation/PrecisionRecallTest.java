package fovea.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

class PrecisionRecallTest {
    @Test
    void singleLabelAgreesWithTheExampleInTheManualOfMmpretrain() {
        ClassCounts counts = new ClassCounts(4);
        counts.add(List.of(0), List.of(0));
        counts.add(List.of(1), List.of(2));
        counts.add(List.of(1), List.of(1));
        counts.add(List.of(3), List.of(3));

        assertClose(new PrecisionRecall(62.5, 75, 66.6667, 4), counts.macro());
    }

    @Test
    void multiLabelAgreesWithTheExampleInTheManualOfMmpretrain() {
        ClassCounts counts = new ClassCounts(4);
        counts.add(List.of(0), List.of(0, 3));
        counts.add(List.of(1), List.of(0, 2));
        counts.add(List.of(0, 1), List.of(1));
        counts.add(List.of(3), List.of(3));

        assertClose(new PrecisionRecall(50, 50, 45.8333, 6), counts.macro());
    }

    @Test
    void microCountsAllClassesTogether() {
        ClassCounts counts = new ClassCounts(3);
        counts.add(List.of(0, 1), List.of(0));
        counts.add(List.of(), List.of(1, 2));

        assertClose(new PrecisionRecall(50, 33.3333, 40, 3), counts.micro());
    }

    @Test
    void aClassNeverPredictedAndNeverTrueIsZeroAndStillCountsInTheMean() {
        ClassCounts counts = new ClassCounts(2);
        counts.add(List.of(0), List.of(0));

        assertClose(new PrecisionRecall(0, 0, 0, 0), counts.perClass().get(1));
        assertClose(new PrecisionRecall(50, 50, 50, 1), counts.macro());
    }

    @Test
    void theMeanOfNoClassIsUndefined() {
        assertTrue(Double.isNaN(PrecisionRecall.macro(List.of()).f1()));
    }

    private static void assertClose(PrecisionRecall expected, PrecisionRecall actual) {
        assertEquals(expected.precision(), actual.precision(), 1e-4);
        assertEquals(expected.recall(), actual.recall(), 1e-4);
        assertEquals(expected.f1(), actual.f1(), 1e-4);
        assertEquals(expected.support(), actual.support());
    }
}
