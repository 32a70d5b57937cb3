package fovea.app.window;

import fovea.app.settings.Settings;
import fovea.app.theme.Theme;

import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;

import java.util.List;

/// The stage: its size and place are remembered.
final class MainWindow {
    private static final int LEAST_WIDTH = 1000;
    private static final int LEAST_HEIGHT = 700;

    private final Stage stage = new Stage();
    private final Settings settings = Settings.ofUser();
    private final Workbench workbench;

    MainWindow(WindowOptions options, Runnable closed) {
        workbench = Workbench.create(options, settings);
        stage.setTitle("Fovea");
        for (int side : List.of(16, 24, 32, 48, 64, 128, 256)) {
            String icon = Theme.resource("icons/fovea-" + side + ".png").toExternalForm();
            stage.getIcons().add(new Image(icon));
        }
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setScene(
                new Scene(
                        workbench.frame().root(),
                        Math.min(settings.number("window/width", 1280), screen.getWidth()),
                        Math.min(settings.number("window/height", 820), screen.getHeight())));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        restorePlace();
        stage.setOnHidden(
                event -> {
                    rememberPlace();
                    workbench.close();
                    closed.run();
                });
    }

    void show() {
        stage.show();
    }

    /// A place on a screen that is no longer there is forgotten.
    private void restorePlace() {
        double x = settings.number("window/x", Double.MAX_VALUE);
        double y = settings.number("window/y", Double.MAX_VALUE);
        boolean visible =
                Screen.getScreens().stream()
                        .map(Screen::getVisualBounds)
                        .map(MainWindow::grabbable)
                        .anyMatch(area -> area.contains(x, y));
        if (visible) {
            stage.setX(x);
            stage.setY(y);
        }
        stage.setMaximized(settings.value("window/maximized").map("true"::equals).orElse(false));
    }

    private static Rectangle2D grabbable(Rectangle2D screen) {
        return new Rectangle2D(
                screen.getMinX() - 100,
                screen.getMinY() - 10,
                screen.getWidth(),
                screen.getHeight() - 40);
    }

    private void rememberPlace() {
        settings.put("window/maximized", stage.isMaximized());
        if (!stage.isMaximized()) {
            settings.put("window/x", stage.getX());
            settings.put("window/y", stage.getY());
            settings.put("window/width", stage.getScene().getWidth());
            settings.put("window/height", stage.getScene().getHeight());
        }
    }
}
