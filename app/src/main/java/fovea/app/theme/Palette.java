package fovea.app.theme;

import javafx.scene.paint.Color;

/// The colours for what style sheets do not reach: canvases, charts and exported pictures.
///
/// @param ground of the window
/// @param pictureGround neutral grey behind pictures, so that it does not tint how they look
/// @param line thin lines: grids, borders
/// @param text full contrast
/// @param mutedText captions and axis labels
public record Palette(Color ground, Color pictureGround, Color line, Color text, Color mutedText) {
    private static final Palette LIGHT =
            new Palette(
                    Color.web("#ffffff"),
                    Color.web("#e8e8e8"),
                    Color.web("#d0d7de"),
                    Color.web("#24292f"),
                    Color.web("#57606a"));
    private static final Palette DARK =
            new Palette(
                    Color.web("#0d1117"),
                    Color.web("#1e1e1e"),
                    Color.web("#30363d"),
                    Color.web("#e6edf3"),
                    Color.web("#8b949e"));

    public static Palette of(Appearance appearance) {
        return switch (appearance) {
            case LIGHT -> LIGHT;
            case DARK -> DARK;
        };
    }
}
