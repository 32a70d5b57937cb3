package fovea.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.text.Font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;

/// How the window looks: AtlantaFX's Primer in light or dark, our style sheet and our fonts.
public final class Theme {
    private static final String ASSETS = "/fovea/assets/";
    private static final List<String> SHEETS = List.of("fovea", "runs", "errors");
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final List<String> FONTS =
            List.of(
                    "Inter-Regular.otf",
                    "Inter-Medium.otf",
                    "Inter-SemiBold.otf",
                    "JetBrainsMono-Regular.ttf",
                    "NotoSansSC-Regular.otf");

    private final ReadOnlyObjectWrapper<Appearance> appearance;

    public Theme(Appearance initial) {
        appearance = new ReadOnlyObjectWrapper<>(this, "appearance", initial);
        FONTS.forEach(Theme::loadFont);
        appearance.subscribe(Theme::dressApplication);
    }

    public ReadOnlyObjectProperty<Appearance> appearance() {
        return appearance.getReadOnlyProperty();
    }

    public void wear(Appearance other) {
        appearance.set(other);
    }

    /// The colours for canvases and charts, which follow the appearance.
    public ObservableValue<Palette> palette() {
        return appearance.map(Palette::of);
    }

    /// Gives the window's root our style sheets, and the pseudo-class `:dark` while it is dark.
    public void dress(Parent root) {
        SHEETS.forEach(
                sheet ->
                        root.getStylesheets()
                                .add(resource("css/" + sheet + ".css").toExternalForm()));
        appearance.subscribe(now -> root.pseudoClassStateChanged(DARK, now == Appearance.DARK));
    }

    /// A file of `assets/css`, `assets/fonts` or `assets/icons`, by its path below `assets`.
    public static URL resource(String path) {
        URL url = Theme.class.getResource(ASSETS + path);
        if (url == null) {
            throw new IllegalStateException("assets/" + path + " is not built in");
        }
        return url;
    }

    private static void dressApplication(Appearance appearance) {
        Application.setUserAgentStylesheet(
                switch (appearance) {
                    case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                    case DARK -> new PrimerDark().getUserAgentStylesheet();
                });
    }

    private static void loadFont(String file) {
        try (InputStream in = resource("fonts/" + file).openStream()) {
            Font.loadFont(in, 13);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
