package fovea.app.window;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.app.settings.Settings;
import fovea.app.text.Language;
import fovea.app.theme.Appearance;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// Takes pictures of the window in both looks and both languages, to be looked at: PNG files in the
/// folder for test output.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ScreensTest {
    /// A look and a language; all four pairs with `-Dfovea.screens=all`.
    record Look(Appearance appearance, Language language) {}

    private static final List<Look> LOOKS =
            Stream.of(
                            new Look(Appearance.LIGHT, Language.ENGLISH),
                            new Look(Appearance.DARK, Language.CHINESE),
                            new Look(Appearance.LIGHT, Language.CHINESE),
                            new Look(Appearance.DARK, Language.ENGLISH))
                    .limit(System.getProperty("fovea.screens", "").equals("all") ? 4 : 2)
                    .toList();

    @TempDir Path folder;

    private Workbench workbench;
    private Scene scene;

    @Start
    void open(Stage stage) {
        Settings settings = Settings.in(folder.resolve("settings"));
        workbench = Bench.open(settings, folder, Optional.empty());
        Bench.show(stage, workbench);
        scene = stage.getScene();
    }

    static List<Look> looks() {
        return LOOKS;
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyStateIsAPicture(Look look, FxRobot robot) throws Exception {
        robot.interact(
                () -> {
                    workbench.tools().theme().wear(look.appearance());
                    workbench.tools().texts().speak(look.language());
                });
        take(robot, "data-empty");
        Path broken = Files.createDirectories(folder.resolve("broken/train/cat"));
        Files.write(broken.resolve("torn.png"), new byte[0]);
        Files.writeString(broken.resolve("notes.png"), "not an image");
        Files.copy(Bench.HOME.resolve("assets/icons/fovea-64.png"), broken.resolve("good.png"));
        robot.interact(() -> workbench.data().open(folder.resolve("nowhere")));
        Bench.waitUntil(() -> robot.lookup(".state-error").tryQuery().isPresent());
        take(robot, "data-error");
        robot.interact(() -> workbench.data().open(folder.resolve("broken")));
        Bench.waitUntil(() -> robot.lookup("#problems").tryQuery().isPresent());
        robot.clickOn("#problems");
        take(robot, "data-left-out");
        robot.push(KeyCode.ESCAPE);
        robot.interact(() -> workbench.data().open(Bench.HOME.resolve("assets/data/digits")));
        waitForPictures(robot);
        take(robot, "data-digits");
        robot.interact(
                () -> workbench.data().open(Bench.HOME.resolve("assets/data/fashion-mnist")));
        Bench.waitUntil(() -> robot.lookup("Sneaker").tryQuery().isPresent());
        waitForPictures(robot);
        robot.interact(() -> robot.lookup("#picture-grid").query().requestFocus());
        robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT);
        take(robot, "data-grid");
        takeWide(robot, "data-wide");
        robot.clickOn("Sneaker");
        robot.clickOn("Ankle boot");
        take(robot, "data-filtered");
        robot.interact(() -> robot.lookup("#picture-grid").query().requestFocus());
        robot.push(KeyCode.RIGHT).push(KeyCode.ENTER);
        take(robot, "data-picture");
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("th");
        take(robot, "palette");
        robot.push(KeyCode.ESCAPE).push(KeyCode.F1);
        take(robot, "keys");
        robot.push(KeyCode.ESCAPE);
        robot.interact(
                () ->
                        workbench
                                .tools()
                                .jobs()
                                .run(
                                        "Train fashion-lenet",
                                        control -> {
                                            control.say("epoch 7/20 · loss 0.83 · 41 img/s");
                                            control.report(7, 20);
                                            throw new IllegalStateException("disk full");
                                        }));
        Bench.waitUntil(() -> !workbench.tools().jobs().failures().isEmpty());
        robot.clickOn("#warnings");
        take(robot, "warnings");
        robot.push(KeyCode.ESCAPE);
    }

    private void take(FxRobot robot, String name) throws Exception {
        Appearance appearance = workbench.tools().theme().appearance().get();
        Language language = workbench.tools().texts().language().get();
        String file = (name + "-" + appearance + "-" + language).toLowerCase(Locale.ROOT);
        assertTrue(Files.size(Bench.picture(robot, scene, file)) > 10_000, file);
    }

    /// At the size of an ordinary laptop's screen, which the tests' own screen is too small for.
    private void takeWide(FxRobot robot, String name) throws Exception {
        Parent root = scene.getRoot();
        Scene shown = scene;
        robot.interact(
                () -> {
                    shown.setRoot(new Group());
                    scene = new Scene(root, 1440, 900);
                });
        // The first picture makes the layout, and that asks for the thumbnails.
        Bench.picture(robot, scene, "layout");
        Bench.waitUntil(
                () ->
                        root.lookupAll(".tile-ground .image-view").stream()
                                .map(ImageView.class::cast)
                                .filter(view -> view.getParent().getParent().isVisible())
                                .allMatch(view -> view.getImage() != null));
        take(robot, name);
        robot.interact(
                () -> {
                    scene.setRoot(new Group());
                    shown.setRoot(root);
                });
        scene = shown;
    }

    private static void waitForPictures(FxRobot robot) throws TimeoutException {
        Bench.waitUntil(
                () ->
                        robot.lookup(".tile-ground").queryAll().stream()
                                        .flatMap(ground -> ground.lookupAll(".image-view").stream())
                                        .filter(Node::isVisible)
                                        .filter(view -> ((ImageView) view).getImage() != null)
                                        .count()
                                > 12);
    }
}
