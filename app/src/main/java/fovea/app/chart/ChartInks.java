package fovea.app.chart;

import fovea.app.theme.Appearance;

import javafx.scene.paint.Color;

import java.util.List;
import java.util.stream.Stream;

/// The colours of lines and of their labels: Okabe and Ito's hues, darkened or lightened until text
/// in them has a contrast of at least 4.5 to 1 with the ground.
public final class ChartInks {
    private static final List<Color> LIGHT = colors("#0065a3", "#b34a00", "#00745a", "#9b4a7a");
    private static final List<Color> DARK = colors("#56b4e9", "#f0a24a", "#2fc79b", "#e29cc5");

    private ChartInks() {}

    /// The colour of a hue by its index from 0; hues repeat.
    public static Color of(int hue, Appearance appearance) {
        List<Color> inks =
                switch (appearance) {
                    case LIGHT -> LIGHT;
                    case DARK -> DARK;
                };
        return inks.get(hue % inks.size());
    }

    private static List<Color> colors(String... webs) {
        return Stream.of(webs).map(Color::web).toList();
    }
}
