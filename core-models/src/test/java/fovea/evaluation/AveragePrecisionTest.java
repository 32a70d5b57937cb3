package fovea.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AveragePrecisionTest {
    @Test
    void isTheMeanPrecisionAtEachPositive() {
        // ranks 1 and 3 of four: (1/1 + 2/3) / 2
        assertEquals(83.3333, AveragePrecision.of(values(0.8, 0.2), values(0.5, 0.1)), 1e-4);
    }

    @Test
    void isHundredIfAllPositivesComeFirst() {
        assertEquals(100, AveragePrecision.of(values(0.9, 0.8), values(0.7, 0.1)), 0);
    }

    @Test
    void takesEqualScoresAsOneStepWhateverTheOrder() {
        // two positives and one negative share the score: precision 2/3 for both
        assertEquals(66.6667, AveragePrecision.of(values(0.5, 0.5), values(0.5)), 1e-4);
    }

    @Test
    void takesZeroAndMinusZeroAsEqual() {
        assertEquals(50, AveragePrecision.of(values(0.0), values(-0.0)), 0);
        assertEquals(50, AveragePrecision.of(values(-0.0), values(0.0)), 0);
    }

    @Test
    void isZeroWithoutPositivesAndHundredWithoutNegatives() {
        assertEquals(0, AveragePrecision.of(values(), values(0.5)), 0);
        assertEquals(100, AveragePrecision.of(values(0.5), values()), 0);
    }

    @Test
    void ranksNotANumberLast() {
        assertEquals(50, AveragePrecision.of(values(Double.NaN), values(0.1)), 0);
    }

    private static double[] values(double... values) {
        return values;
    }
}
