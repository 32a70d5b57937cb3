package fovea.app.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.app.frame.Backend;
import fovea.app.frame.Backends;
import fovea.app.frame.Frame;
import fovea.app.frame.Room;
import fovea.app.frame.Rooms;
import fovea.app.frame.Tools;
import fovea.app.frame.Workplace;
import fovea.app.jobs.Jobs;
import fovea.app.settings.Settings;
import fovea.app.text.Language;
import fovea.app.text.Texts;
import fovea.app.theme.Appearance;
import fovea.app.theme.Theme;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

import javax.imageio.ImageIO;

/// A window with one room, for tests.
public final class RoomBench {
    private static final boolean ALL_SCREENS =
            System.getProperty("fovea.screens", "").equals("all");

    private RoomBench() {}

    /// Tools on folders of their own.
    public static Tools tools(Path folder) {
        Path home = Path.of(System.getProperty("fovea.root"));
        return new Tools(
                new Texts(Language.ENGLISH),
                new Theme(Appearance.LIGHT),
                new Jobs(),
                Settings.in(folder.resolve("settings")),
                new Workplace(
                        home,
                        folder.resolve("runs"),
                        new Backends(() -> List.of(Backend.USUAL_ON_CPU))));
    }

    public static Scene show(Stage stage, Tools tools, Room room) {
        Rooms rooms = new Rooms(List.of(room), tools.settings());
        Frame frame = new Frame(tools, rooms);
        Scene scene = new Scene(frame.root(), 1280, 800);
        stage.setScene(scene);
        stage.show();
        return scene;
    }

    /// Waits, at most two minutes, until something is so on the window's thread.
    public static void waitUntil(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                120,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Sets up a new run as it is proposed, and trains it.
    static void train(FxRobot robot, FakeTrainer trainer) throws TimeoutException {
        waitUntil(() -> robot.lookup("#runs-create").tryQuery().isPresent());
        robot.clickOn("#runs-create");
        waitUntil(
                () ->
                        robot.lookup("#runs-train")
                                .tryQuery()
                                .filter(node -> !node.isDisabled())
                                .isPresent());
        robot.clickOn("#runs-train");
        waitUntil(() -> !trainer.runs.isEmpty());
    }

    /// Asserts that a text is not cut off with an ellipsis.
    public static void assertWhole(Labeled labeled) {
        assertEquals(labeled.getText(), ((Text) labeled.lookup(".text")).getText());
    }

    /// Makes the window another size.
    public static void resize(FxRobot robot, Scene scene, double width, double height) {
        robot.interact(
                () -> {
                    scene.getWindow().setWidth(width);
                    scene.getWindow().setHeight(height);
                });
        settle();
    }

    /// Takes a picture in each look and each language, in every pair of them if `fovea.screens` is
    /// `all`.
    public static void takeAll(FxRobot robot, Tools tools, Scene scene, String name)
            throws IOException {
        for (Language language : Language.values()) {
            for (Appearance appearance : Appearance.values()) {
                if (!ALL_SCREENS
                        && (appearance == Appearance.DARK) != (language == Language.CHINESE)) {
                    continue;
                }
                robot.interact(
                        () -> {
                            tools.texts().speak(language);
                            tools.theme().wear(appearance);
                        });
                settle();
                take(
                        robot,
                        scene,
                        name
                                + "-"
                                + appearance.name().toLowerCase(Locale.ROOT)
                                + "-"
                                + language.locale().getLanguage());
            }
        }
        robot.interact(
                () -> {
                    tools.texts().speak(Language.ENGLISH);
                    tools.theme().wear(Appearance.LIGHT);
                });
        settle();
    }

    /// Charts are painted on a thread of their own and shown in two turns.
    private static void settle() {
        for (int i = 0; i < 3; i++) {
            WaitForAsyncUtils.sleep(60, TimeUnit.MILLISECONDS);
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    static void take(FxRobot robot, Scene scene, String name) throws IOException {
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> image[0] = scene.snapshot(null));
        Path folder = Path.of(System.getProperty("fovea.target")).resolve("screens");
        Files.createDirectories(folder);
        ImageIO.write(
                SwingFXUtils.fromFXImage(image[0], null),
                "png",
                folder.resolve(name + ".png").toFile());
    }
}
