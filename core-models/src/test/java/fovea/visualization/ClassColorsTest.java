package fovea.visualization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

class ClassColorsTest {
    /// About twelve times the least difference that can be seen.
    private static final double CLEARLY_DIFFERENT = 12;

    @Test
    void beginsWithThoseOfOkabeAndIto() {
        assertEquals(
                List.of(
                        "#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9",
                        "#f0e442"),
                IntStream.range(0, 7).mapToObj(ClassColors::web).toList());
    }

    @Test
    void anyTwoOfAtLeastSixtyFourCanBeToldApart() {
        assertTrue(ClassColors.distinct() >= 64);
        List<double[]> colors = new ArrayList<>();
        for (int i = 0; i < ClassColors.distinct(); i++) {
            double[] color = lab(ClassColors.rgb(i));
            for (int j = 0; j < i; j++) {
                assertTrue(distance(color, colors.get(j)) >= CLEARLY_DIFFERENT, i + " and " + j);
            }
            colors.add(color);
        }
    }

    @Test
    void allStandOutFromTheGreysBehindPictures() {
        for (int i = 0; i < ClassColors.distinct(); i++) {
            for (int grey : List.of(0x1E1E1E, 0xE8E8E8)) {
                assertTrue(distance(lab(ClassColors.rgb(i)), lab(grey)) >= CLEARLY_DIFFERENT);
            }
        }
    }

    @Test
    void startsAgainAfterTheLast() {
        assertEquals(ClassColors.rgb(3), ClassColors.rgb(ClassColors.distinct() + 3));
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(
                IntStream.range(0, 3).mapToDouble(i -> (a[i] - b[i]) * (a[i] - b[i])).sum());
    }

    /// CIELAB of an sRGB colour under D65.
    private static double[] lab(int rgb) {
        double r = linear(rgb >> 16 & 0xFF);
        double g = linear(rgb >> 8 & 0xFF);
        double b = linear(rgb & 0xFF);
        double x = curve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
        double y = curve(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
        double z = curve((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double linear(int value) {
        double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static double curve(double t) {
        double d = 6.0 / 29;
        return t > d * d * d ? Math.cbrt(t) : t / (3 * d * d) + 4.0 / 29;
    }
}
