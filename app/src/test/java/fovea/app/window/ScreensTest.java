package fovea.app.window;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.app.settings.Settings;
import fovea.app.text.Language;
import fovea.app.theme.Appearance;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/// Takes pictures of the window in both looks and both languages, to be looked at.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ScreensTest {
    @TempDir static Path folder;

    private Workbench workbench;
    private Scene scene;

    @Start
    void open(Stage stage) {
        Settings settings = Settings.in(folder.resolve("settings"));
        settings.put("window/language", "ENGLISH");
        workbench = Bench.open(settings, folder, Optional.empty());
        Bench.show(stage, workbench);
        scene = stage.getScene();
    }

    @Test
    void everyStateInEveryLookIsAPicture(FxRobot robot) throws Exception {
        take(robot, "data-empty");
        robot.clickOn("#fashion-mnist");
        waitForPictures(robot);
        robot.interact(() -> robot.lookup("#picture-grid").query().requestFocus());
        robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT);
        take(robot, "data-grid");
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
        for (Appearance look : Appearance.values()) {
            for (Language language : Language.values()) {
                robot.interact(
                        () -> {
                            workbench.tools().theme().wear(look);
                            workbench.tools().texts().speak(language);
                        });
                String file = name + "-" + look.name() + "-" + language.name();
                Path picture = Bench.picture(robot, scene, file.toLowerCase(Locale.ROOT));
                assertTrue(Files.size(picture) > 10_000, file);
            }
        }
        robot.interact(
                () -> {
                    workbench.tools().theme().wear(Appearance.LIGHT);
                    workbench.tools().texts().speak(Language.ENGLISH);
                });
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
