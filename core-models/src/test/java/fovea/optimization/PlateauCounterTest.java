package fovea.optimization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fovea.evaluation.Direction;

import org.junit.jupiter.api.Test;

import java.util.List;

class PlateauCounterTest {
    private static final PlateauCounter ACCURACY =
            PlateauCounter.start(2, Direction.HIGHER_IS_BETTER);

    @Test
    void countsAPlateauAfterPatienceValuesWithoutImprovement() {
        assertEquals(0, ACCURACY.after(List.of(50.0, 50.0)).plateaus());
        assertEquals(1, ACCURACY.after(List.of(50.0, 50.0, 49.0)).plateaus());
    }

    @Test
    void improvementStartsTheRowAgain() {
        assertEquals(0, ACCURACY.after(List.of(50.0, 49.0, 51.0, 50.0)).plateaus());
    }

    @Test
    void plateauStartsTheRowAgain() {
        assertEquals(1, ACCURACY.after(List.of(50.0, 1.0, 2.0, 3.0)).plateaus());
        assertEquals(2, ACCURACY.after(List.of(50.0, 1.0, 2.0, 3.0, 4.0)).plateaus());
    }

    @Test
    void betterThanTheLastIsNotEnough() {
        assertEquals(1, ACCURACY.after(List.of(50.0, 10.0, 20.0)).plateaus());
    }

    @Test
    void nanIsNoImprovementEvenAtTheStart() {
        assertEquals(1, ACCURACY.after(List.of(Double.NaN, Double.NaN)).plateaus());
        assertEquals(0, ACCURACY.after(List.of(Double.NaN, 3.0, Double.NaN)).plateaus());
    }

    /// The sequence of PyTorch 2.15's ReduceLROnPlateau('max', patience=1, threshold=0).
    @Test
    void countsAsReduceLrOnPlateauDoes() {
        List<Double> values =
                List.of(10.0, 20.0, 20.0, Double.NaN, 15.0, 30.0, 30.0, 30.0, 31.0, 5.0, 5.0, 5.0);
        List<Integer> expected = List.of(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3);
        for (int i = 0; i < values.size(); i++) {
            assertEquals(expected.get(i), ACCURACY.after(values.subList(0, i)).plateaus());
        }
    }

    @Test
    void lowerIsBetterForALoss() {
        PlateauCounter loss = PlateauCounter.start(1, Direction.LOWER_IS_BETTER);
        assertEquals(1, loss.after(List.of(3.0, 2.0, 1.0, 1.5)).plateaus());
    }

    @Test
    void replayingTheHistoryGivesTheSameCounter() {
        List<Double> history = List.of(1.0, 0.5, 2.0, 2.0, 1.0, 3.0);
        PlateauCounter counter = ACCURACY;
        for (double value : history) {
            counter = counter.after(value);
        }
        assertEquals(counter, ACCURACY.after(history));
    }

    @Test
    void patienceOfNothingIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> PlateauCounter.start(0, Direction.LOWER_IS_BETTER));
    }
}
