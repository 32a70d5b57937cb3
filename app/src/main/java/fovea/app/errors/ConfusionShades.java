package fovea.app.errors;

import fovea.app.theme.Appearance;
import fovea.app.theme.Palette;

import javafx.scene.paint.Color;

/// The colours of a confusion matrix: one hue from the ground to full, so that more is always
/// further from the ground, whatever one's colour vision.
record ConfusionShades(Color low, Color high, Color darkText, Color lightText) {
    /// Below it, shares would not be told from nothing.
    private static final double LEAST = 0.06;

    static ConfusionShades of(Appearance appearance) {
        Palette palette = Palette.of(appearance);
        return switch (appearance) {
            case LIGHT ->
                    new ConfusionShades(
                            palette.ground(), Color.web("#084f8c"), palette.text(), Color.WHITE);
            case DARK ->
                    new ConfusionShades(
                            palette.ground(),
                            Color.web("#8fd0ff"),
                            Color.web("#0d1117"),
                            palette.text());
        };
    }

    /// @param share 0 to 1
    Color shade(double share) {
        return share <= 0 ? low : low.interpolate(high, LEAST + (1 - LEAST) * Math.sqrt(share));
    }

    /// The one of the two text colours that reads better on a shade.
    Color textOn(Color shade) {
        return contrast(shade, darkText) >= contrast(shade, lightText) ? darkText : lightText;
    }

    /// Contrast as WCAG 2 defines it, 1 to 21.
    static double contrast(Color a, Color b) {
        double high = Math.max(luminance(a), luminance(b));
        double low = Math.min(luminance(a), luminance(b));
        return (high + 0.05) / (low + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed())
                + 0.7152 * linear(color.getGreen())
                + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
