package fovea.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.paint.Color;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

class CurvePainterTest {
    private static final Drawing.Canvas CANVAS = new Drawing.Canvas(200, 100, 1);

    @Test
    void aLineIsPaintedInItsColourFromItsFirstToItsLastPoint() {
        Picture picture = paint(rising(50), VerticalScale.LINEAR, Optional.empty());
        assertEquals(new Extent(1, 50), picture.horizontal());
        assertTrue(inked(picture, 0, 40), "the left part has ink");
        assertTrue(inked(picture, 170, 200), "the right part has ink");
        int strongest =
                Arrays.stream(picture.pixels()).boxed().max(CurvePainterTest::byOpacity).get();
        assertTrue((strongest & 0xFF0000) >> 16 > 200, "it is red");
        assertTrue((strongest & 0xFF) < 60, "it is not blue");
    }

    @Test
    void oneBadBatchDoesNotFlattenTheRest() {
        Trace trace = new Trace();
        for (int i = 1; i <= 1000; i++) {
            trace.add(i, i / 100.0, i, i == 500 ? 1e6 : 1 + i % 2);
        }
        Drawing.Line line = new Drawing.Line(trace.points(), LineLook.SMOOTHED, Color.RED);
        PaintedLine painted = PaintedLine.of(line, drawing(line, 0.6));
        assertTrue(painted.smoothed());
        Extent seen = Extents.vertical(List.of(painted), new Extent(1, 1000), VerticalScale.LINEAR);
        assertTrue(seen.high() < 3, seen.toString());
    }

    @Test
    void aLogarithmicScaleLeavesOutWhatItCannotShow() {
        Trace trace = new Trace();
        trace.add(1, 1, 1, 10);
        trace.add(2, 2, 2, 0);
        trace.add(3, 3, 3, Double.NaN);
        trace.add(4, 4, 4, 1000);
        Picture picture = paint(trace, VerticalScale.LOGARITHMIC, Optional.empty());
        assertEquals(2, picture.lines().getFirst().size());
        assertEquals(1, picture.vertical().low(), 0.2);
        assertEquals(3, picture.vertical().high(), 0.2);
    }

    @Test
    void zoomingFitsTheValuesInSight() {
        Picture picture = paint(rising(100), VerticalScale.LINEAR, Optional.of(new Extent(10, 20)));
        assertEquals(10, picture.vertical().low(), 1);
        assertEquals(20, picture.vertical().high(), 1);
    }

    @Test
    void smoothingStartsAtTheFirstValue() {
        double[] smooth = Smoothing.smooth(new double[] {4, 0}, 0.5);
        assertEquals(4, smooth[0], 1e-12);
        // (0.5·0.5·4) / (1 − 0.5²)
        assertEquals(4.0 / 3, smooth[1], 1e-12);
    }

    @Test
    void theNearestPointIsFound() {
        PaintedLine line =
                PaintedLine.of(
                        new Drawing.Line(rising(10).points(), LineLook.PLAIN, Color.RED),
                        drawing(
                                new Drawing.Line(rising(10).points(), LineLook.PLAIN, Color.RED),
                                0));
        assertEquals(2, line.nearest(3.4));
        assertEquals(3, line.nearest(3.6));
        assertEquals(0, line.nearest(-5));
        assertEquals(9, line.nearest(99));
    }

    @Test
    void ticksAreRound() {
        assertEquals(List.of(0.0, 2.0, 4.0), Ticks.linear(new Extent(0, 5), 4));
        assertEquals("0.25", Ticks.label(0.25));
        assertEquals("1e-4", Ticks.label(1e-4));
        assertEquals("250", Ticks.label(250));
    }

    @Test
    void labelsThatWouldCoverEachOtherMoveApart() {
        double[] placed = EndLabels.spread(new double[] {50, 52, 10}, 15, new Extent(0, 60));
        assertEquals(10, placed[2], 1e-9);
        assertTrue(placed[1] - placed[0] >= 15 - 1e-9);
        assertTrue(placed[1] <= 60);
    }

    private static Trace rising(int count) {
        Trace trace = new Trace();
        for (int i = 1; i <= count; i++) {
            trace.add(i, i, i, i);
        }
        return trace;
    }

    private static Picture paint(Trace trace, VerticalScale scale, Optional<Extent> zoom) {
        Drawing.Line line = new Drawing.Line(trace.points(), LineLook.PLAIN, Color.web("#ff0000"));
        return new CurvePainter()
                .paint(
                        new Drawing(
                                List.of(line),
                                List.of(),
                                HorizontalAxis.STEP,
                                scale,
                                0,
                                zoom,
                                CANVAS));
    }

    private static Drawing drawing(Drawing.Line line, double smoothing) {
        return new Drawing(
                List.of(line),
                List.of(),
                HorizontalAxis.STEP,
                VerticalScale.LINEAR,
                smoothing,
                Optional.empty(),
                CANVAS);
    }

    private static boolean inked(Picture picture, int from, int to) {
        int width = CANVAS.fullWidth();
        for (int i = 0; i < picture.pixels().length; i++) {
            if (i % width >= from && i % width < to && picture.pixels()[i] != 0) {
                return true;
            }
        }
        return false;
    }

    private static int byOpacity(int a, int b) {
        return Integer.compare(a >>> 24, b >>> 24);
    }
}
