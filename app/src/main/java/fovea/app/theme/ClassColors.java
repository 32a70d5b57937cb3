package fovea.app.theme;

import javafx.scene.paint.Color;

/// The colour of a class in the window: the same as in every exported picture.
public final class ClassColors {
    private ClassColors() {}

    /// The colour of a class by its index from 0, the same in both appearances.
    public static Color of(int index) {
        return Color.web(css(index));
    }

    /// The colour as style sheets write it.
    public static String css(int index) {
        return fovea.visualization.ClassColors.web(index);
    }
}
