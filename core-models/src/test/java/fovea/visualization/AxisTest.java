package fovea.visualization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class AxisTest {
    @Test
    void ticksAreRoundAndWithinTheAxis() {
        assertEquals(List.of(0.0, 2.0, 4.0, 6.0, 8.0, 10.0), Axis.over(0, 10, 0, 1).ticks(6));
        assertEquals(List.of(85.0, 90.0), Axis.over(82, 94, 0, 1).ticks(4));
    }

    @Test
    void labelsHaveAsManyDecimalsAsTheyNeed() {
        assertEquals(List.of("0.0000", "0.0005", "0.0010"), labels(Axis.over(0, 0.001, 0, 1)));
        assertEquals(List.of("2.8", "3.0", "3.2"), labels(Axis.over(3, 3, 0, 1)));
        assertEquals(List.of("0", "5e-6", "1e-5"), labels(Axis.over(0, 1e-5, 0, 1)));
    }

    @Test
    void placesRunFromOneEndToTheOther() {
        Axis axis = Axis.over(2, 4, 100, 0);

        assertEquals(100, axis.place(2));
        assertEquals(50, axis.place(3));
        assertEquals(0, axis.place(4));
    }

    private static List<String> labels(Axis axis) {
        return axis.ticks(4).stream().map(tick -> axis.label(tick, 4)).toList();
    }
}
