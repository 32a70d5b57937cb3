package fovea.app.theme;

import javafx.scene.paint.Color;

import java.util.List;
import java.util.stream.Stream;

/// The same class in the same colour everywhere: first the colours of Okabe and Ito ("Color
/// universal design", 2008), which people with any colour vision tell apart, then hues stepped by
/// the golden angle in three lightnesses.
public final class ClassColors {
    private static final List<Color> FIRST =
            Stream.of(
                            "#0072b2", "#e69f00", "#009e73", "#d55e00", "#56b4e9", "#cc79a7",
                            "#b8a800", "#7f7f7f")
                    .map(Color::web)
                    .toList();
    private static final double GOLDEN_ANGLE = 137.507764;

    private ClassColors() {}

    /// The colour of a class by its index from 0, the same in both appearances.
    public static Color of(int index) {
        if (index < FIRST.size()) {
            return FIRST.get(index);
        }
        int step = index - FIRST.size();
        double brightness = new double[] {0.85, 0.65, 0.5}[step % 3];
        return Color.hsb((20 + step * GOLDEN_ANGLE) % 360, 0.75, brightness);
    }

    /// The colour as style sheets write it.
    public static String css(int index) {
        Color color = of(index);
        return "#%02x%02x%02x"
                .formatted(
                        Math.round(color.getRed() * 255),
                        Math.round(color.getGreen() * 255),
                        Math.round(color.getBlue() * 255));
    }
}
