package fovea.app.window;

import fovea.app.frame.Backend;
import fovea.app.settings.Settings;
import fovea.engine.Device;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

import javax.imageio.ImageIO;

/// A window for tests: on its own settings folder, shown on the test's stage.
final class Bench {
    static final Path HOME = Path.of(System.getProperty("fovea.root"));

    private Bench() {}

    static Workbench open(Settings settings, Path runs, Optional<Path> dataset) {
        return Workbench.create(
                new WindowOptions(
                        HOME,
                        runs,
                        Optional.empty(),
                        dataset,
                        () ->
                                List.of(
                                        Backend.USUAL_ON_CPU,
                                        new Backend("torch", new Device("cuda:0", "NVIDIA H100")))),
                settings);
    }

    static void show(Stage stage, Workbench workbench) {
        stage.setScene(new Scene(workbench.frame().root(), 1000, 700));
        stage.show();
    }

    /// Waits, at most two minutes, until something is so on the window's thread.
    static void waitUntil(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                120,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Writes what a scene shows to a PNG file in the folder for test output.
    static Path picture(FxRobot robot, Scene scene, String name) throws IOException {
        WritableImage[] image = new WritableImage[1];
        // A scene that is not shown has no pulse: the first picture lays it out.
        robot.interact(() -> scene.snapshot(null));
        robot.interact(() -> image[0] = scene.snapshot(null));
        Path folder = Path.of(System.getProperty("fovea.target")).resolve("screens");
        Files.createDirectories(folder);
        Path file = folder.resolve(name + ".png");
        ImageIO.write(SwingFXUtils.fromFXImage(image[0], null), "png", file.toFile());
        return file;
    }
}
