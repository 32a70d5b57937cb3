package fovea.evaluation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DirectionTest {
    @Test
    void higherBeatsLowerWhereHigherIsBetter() {
        assertTrue(Direction.HIGHER_IS_BETTER.better(2, 1));
        assertFalse(Direction.HIGHER_IS_BETTER.better(1, 2));
        assertFalse(Direction.HIGHER_IS_BETTER.better(1, 1));
    }

    @Test
    void lowerBeatsHigherWhereLowerIsBetter() {
        assertTrue(Direction.LOWER_IS_BETTER.better(1, 2));
        assertFalse(Direction.LOWER_IS_BETTER.better(2, 1));
    }

    @Test
    void anyNumberBeatsNanAndNanBeatsNothing() {
        for (Direction direction : Direction.values()) {
            assertTrue(direction.better(0, Double.NaN));
            assertFalse(direction.better(Double.NaN, 0));
            assertFalse(direction.better(Double.NaN, Double.NaN));
        }
    }
}
