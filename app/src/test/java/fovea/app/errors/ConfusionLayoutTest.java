package fovea.app.errors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.app.errors.ConfusionLayout.Names;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class ConfusionLayoutTest {
    @Test
    void twentyClassesAreNamedInASmallWindow() {
        ConfusionLayout layout = ConfusionLayout.of(20, 340, 250);
        assertEquals(Names.ROWS, layout.names());
        assertTrue(layout.height() >= 11);
    }

    @Test
    void tenClassesHaveLevelHeadsWhereThereIsRoom() {
        assertEquals(Names.LEVEL, ConfusionLayout.of(10, 800, 340).names());
        assertEquals(Names.SLANTED, ConfusionLayout.of(10, 632, 250).names());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 20, 60, 500, 2000})
    void everyCellLiesWithinTheRoom(int classes) {
        for (double width : new double[] {200, 340, 632, 1072}) {
            for (double height : new double[] {120, 250, 340, 600}) {
                ConfusionLayout layout = ConfusionLayout.of(classes, width, height);
                assertTrue(layout.right() <= width, layout + " in " + width);
                assertTrue(layout.top() + layout.down() <= height, layout + " in " + height);
            }
        }
    }

    @Test
    void aPlaceIsTheCellThatIsDrawnThere() {
        ConfusionLayout layout = ConfusionLayout.of(10, 632, 250);
        assertEquals(Optional.of(new Cell(3, 7)), layout.at(layout.x(7) + 1, layout.y(3) + 1));
        assertEquals(Optional.empty(), layout.at(layout.x(0) - 1, layout.y(0)));
    }
}
