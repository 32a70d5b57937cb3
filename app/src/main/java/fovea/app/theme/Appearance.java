package fovea.app.theme;

/// The two looks of the window, equals.
public enum Appearance {
    LIGHT,
    DARK;

    public Appearance other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
