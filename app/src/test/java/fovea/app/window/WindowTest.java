package fovea.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.app.frame.Backend;
import fovea.app.settings.Settings;
import fovea.app.text.Language;
import fovea.app.theme.Appearance;

import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The window opens as it was left.
@ExtendWith(ApplicationExtension.class)
class WindowTest {
    @TempDir Path folder;

    private String configBefore = "";
    private int closed;

    @BeforeEach
    void ownSettings() {
        configBefore = System.getProperty(Settings.FOLDER_PROPERTY, "");
        System.setProperty(Settings.FOLDER_PROPERTY, folder.toString());
        Settings settings = Settings.ofUser();
        settings.put("window/language", "ENGLISH");
        settings.save();
    }

    @AfterEach
    void formerSettings() {
        if (configBefore.isEmpty()) {
            System.clearProperty(Settings.FOLDER_PROPERTY);
        } else {
            System.setProperty(Settings.FOLDER_PROPERTY, configBefore);
        }
    }

    @Test
    void sizeRoomThemeAndLanguageAreRemembered(FxRobot robot) {
        Stage first = open(robot);
        robot.interact(
                () -> {
                    first.setWidth(900);
                    first.setHeight(640);
                });
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        robot.clickOn("#frame-language");
        double width = first.getScene().getWidth();
        robot.interact(first::close);
        assertEquals(1, closed);
        Settings saved = Settings.ofUser();
        assertEquals(Appearance.DARK, saved.choice("window/theme", Appearance.LIGHT));
        assertEquals(Language.CHINESE, saved.choice("window/language", Language.ENGLISH));
        Stage second = open(robot);
        assertEquals(width, second.getScene().getWidth());
        assertTrue(robot.lookup("#rail-runs").queryAs(ToggleButton.class).isSelected());
        assertEquals("数据", robot.lookup("#rail-data").queryAs(ToggleButton.class).getText());
        robot.interact(second::close);
        assertEquals(2, closed);
    }

    private Stage open(FxRobot robot) {
        WindowOptions options =
                new WindowOptions(
                        Bench.HOME,
                        folder.resolve("runs"),
                        Optional.empty(),
                        Optional.empty(),
                        () -> List.of(Backend.USUAL_ON_CPU));
        robot.interact(() -> new MainWindow(options, () -> closed++).show());
        return (Stage)
                Window.getWindows().stream()
                        .filter(w -> w instanceof Stage stage && stage.getTitle().equals("Fovea"))
                        .findFirst()
                        .orElseThrow();
    }
}
