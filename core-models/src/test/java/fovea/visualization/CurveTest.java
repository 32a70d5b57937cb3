package fovea.visualization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

class CurveTest {
    @Test
    void smoothingIsTheDebiasedExponentialAverage() {
        Curve smooth = curve(4, 2, 1).smoothed(0.5);

        // the average from 0 is 2, 2 and 1.5; its bias is 1 − 0.5ⁿ
        assertValues(smooth, 2 / 0.5, 2 / 0.75, 1.5 / 0.875);
    }

    @Test
    void smoothingKeepsAConstantFromTheFirstPointOn() {
        assertValues(curve(3, 3, 3, 3).smoothed(0.99), 3, 3, 3, 3);
    }

    @Test
    void noSmoothingLeavesTheCurveAndFullSmoothingIsTheMeanSoFar() {
        assertValues(curve(4, 2, 0).smoothed(0), 4, 2, 0);
        assertValues(curve(4, 2, 0).smoothed(1), 4, 3, 2);
    }

    @Test
    void smoothingPassesOverValuesThatAreNotNumbers() {
        List<Curve.Point> smooth = curve(4, Double.NaN, 2).smoothed(1).points();

        assertTrue(Double.isNaN(smooth.get(1).y()));
        assertEquals(3, smooth.get(2).y(), 1e-12);
    }

    @Test
    void smoothingOutsideItsRangeIsRefused() {
        for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> curve(1).smoothed(wrong));
        }
    }

    @Test
    void thinningKeepsEndsAndExtremes() {
        List<Curve.Point> points = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            points.add(new Curve.Point(i, i == 5_003 ? 100 : i == 7_777 ? -100 : Math.sin(i)));
        }

        List<Curve.Point> thin = new Curve("x", points).thinned(100).points();

        assertTrue(thin.size() <= 100);
        assertEquals(points.getFirst(), thin.getFirst());
        assertEquals(points.getLast(), thin.getLast());
        assertTrue(thin.contains(points.get(5_003)));
        assertTrue(thin.contains(points.get(7_777)));
        assertEquals(thin, thin.stream().sorted((a, b) -> Double.compare(a.x(), b.x())).toList());
    }

    @Test
    void thinningLeavesAShortCurve() {
        assertEquals(curve(1, 2, 3), curve(1, 2, 3).thinned(4));
    }

    private static Curve curve(double... values) {
        return new Curve(
                "x",
                IntStream.range(0, values.length)
                        .mapToObj(i -> new Curve.Point(i, values[i]))
                        .toList());
    }

    private static void assertValues(Curve curve, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], curve.points().get(i).y(), 1e-12);
        }
    }
}
