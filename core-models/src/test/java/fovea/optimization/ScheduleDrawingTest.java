package fovea.optimization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

class ScheduleDrawingTest {
    @Test
    void drawsDropsAsStairs() {
        double[] curve = Schedules.curve(new MultiStep(List.of(4, 6), 0.5), 0.1, 2, 8);
        String drawing = ScheduleDrawing.ascii(curve, 27, 7);
        assertEquals(
                """
                    0.100 |*********
                          |        *
                   0.0500 |        *****
                          |            ****
                     0.00 |
                          +----------------
                           1        step 16
                """
                        .indent(0),
                drawing);
    }

    @Test
    void keepsToItsWidthAndHeight() {
        double[] curve = Schedules.curve(new OneCycle(0.3, 25, 1e4), 0.01, 100, 30);
        for (int width : new int[] {27, 40, 80, 200}) {
            List<String> lines = ScheduleDrawing.ascii(curve, width, 12).lines().toList();
            assertEquals(12, lines.size());
            assertTrue(lines.stream().allMatch(line -> line.length() <= width));
        }
    }

    @Test
    void drawsEachColumnOfARunShorterThanItsWidth() {
        String drawing = ScheduleDrawing.ascii(new double[] {1, 0.5}, 31, 5);
        List<String> lines = drawing.lines().toList();
        assertEquals("     1.00 |***********", lines.get(0));
        assertEquals("          |          **********", lines.get(1));
    }

    @Test
    void drawsACurveOfZerosAndAnEmptyCurve() {
        String zeros = ScheduleDrawing.ascii(new double[] {0, 0, 0}, 40, 6);
        assertTrue(zeros.contains("*"));
        assertEquals(6, ScheduleDrawing.ascii(new double[0], 40, 6).lines().count());
    }
}
