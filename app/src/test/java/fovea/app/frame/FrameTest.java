package fovea.app.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.app.jobs.Failure;
import fovea.app.jobs.Jobs;
import fovea.app.settings.Settings;
import fovea.app.text.Language;
import fovea.app.text.Texts;
import fovea.app.theme.Appearance;
import fovea.app.theme.Theme;
import fovea.engine.Device;
import fovea.problem.Problem;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class FrameTest {
    @TempDir Path folder;

    private Tools tools;
    private FakeRoom data;
    private FakeRoom runs;
    private Frame frame;

    @Start
    void open(Stage stage) {
        Settings settings = Settings.in(folder);
        tools =
                new Tools(
                        new Texts(Language.ENGLISH),
                        new Theme(Appearance.LIGHT),
                        new Jobs(),
                        settings,
                        new Workplace(folder, folder, new Backends(FrameTest::backends)));
        data = new FakeRoom(tools, "data", "data.room");
        runs = new FakeRoom(tools, "runs", "data.part.test");
        frame = new Frame(tools, new Rooms(List.of(data, runs), settings));
        stage.setScene(new Scene(frame.root(), 1000, 700));
        stage.show();
    }

    @Test
    void keysAndTheRailLeadToARoom(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertTrue(runs.node.getScene() != null, "the second room is in sight");
        assertTrue(robot.lookup("#rail-runs").queryAs(ToggleButton.class).isSelected());
        assertEquals(List.of("shown", "hidden"), data.heard);
        robot.clickOn("#rail-data");
        assertTrue(data.node.getScene() != null);
        assertEquals(List.of("shown", "hidden"), runs.heard);
        robot.clickOn("#rail-data");
        assertTrue(robot.lookup("#rail-data").queryAs(ToggleButton.class).isSelected());
        assertEquals(Optional.of("data"), tools.settings().value("window/room"));
    }

    @Test
    void thePaletteFindsByAFewLettersAndRuns(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.K).write("drk").type(KeyCode.ENTER);
        assertEquals(Appearance.DARK, tools.theme().appearance().get());
        assertTrue(robot.lookup("#palette-field").tryQuery().isEmpty(), "it is put away");
        assertEquals(Optional.of("DARK"), tools.settings().value("window/theme"));
    }

    @Test
    void thePaletteFindsWhatRoomsHold(FxRobot robot) {
        robot.clickOn("#search").write("zebra");
        ListView<?> list = robot.lookup("#palette-list").query();
        assertEquals(2, list.getItems().size(), "one of each room");
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertEquals(List.of("zebra"), runs.heard);
    }

    @Test
    void plainKeysWorkUnlessTextIsTyped(FxRobot robot) {
        data.heard.clear();
        robot.clickOn("#data-field").type(KeyCode.D);
        assertEquals(List.of(), data.heard);
        robot.interact(() -> data.node.requestFocus());
        robot.type(KeyCode.D);
        assertEquals(List.of("next"), data.heard);
        robot.push(KeyCode.CONTROL, KeyCode.K).type(KeyCode.D).type(KeyCode.ESCAPE);
        assertEquals(List.of("next"), data.heard);
    }

    @Test
    void focusReturnsToWhereItWasBeforeThePalette(FxRobot robot) {
        robot.clickOn("#data-field").push(KeyCode.CONTROL, KeyCode.K).type(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#data-field").query().isFocused());
    }

    @Test
    void tabStaysInThePaletteAndEscapePutsItAway(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.K).type(KeyCode.TAB).type(KeyCode.TAB);
        assertTrue(robot.lookup("#palette-field").query().isFocused());
        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#palette-field").tryQuery().isEmpty());
    }

    @Test
    void whatARoomHoldsIsListedThoughItCameAfterTheRoomWasEntered(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        MenuButton menu = robot.lookup("#subject").query();
        assertTrue(menu.isVisible());
        assertEquals(List.of("Nothing to open here yet"), opened(robot, menu));
        runs.subjects.add(Command.named("first", () -> {}));
        assertEquals(List.of("first"), opened(robot, menu));
    }

    private static List<String> opened(FxRobot robot, MenuButton menu) {
        robot.interact(menu::show);
        List<String> items = menu.getItems().stream().map(MenuItem::getText).toList();
        robot.interact(menu::hide);
        return items;
    }

    @Test
    void settingsTakeEffectAtOnce(FxRobot robot) {
        robot.clickOn("#frame-settings");
        robot.clickOn("#settings-dark");
        assertEquals(Appearance.DARK, tools.theme().appearance().get());
        robot.clickOn("#settings-chinese");
        assertEquals("数据", robot.lookup("#rail-data").queryAs(Labeled.class).getText());
        assertEquals(Optional.of("CHINESE"), tools.settings().value("window/language"));
        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#settings-panel").tryQuery().isEmpty());
    }

    @Test
    void theCheatSheetListsTheRoomsKeys(FxRobot robot) {
        robot.push(KeyCode.F1);
        Node sheet = robot.lookup("#cheat-sheet").query();
        List<String> words =
                sheet.lookupAll(".label").stream().map(n -> ((Label) n).getText()).toList();
        assertTrue(words.containsAll(List.of("Next picture", "D", "Ctrl+K")), words.toString());
        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#cheat-sheet").tryQuery().isEmpty());
    }

    @Test
    void theLanguageChangesWhileRunning(FxRobot robot) {
        robot.clickOn("#frame-language");
        assertEquals("数据", robot.lookup("#rail-data").queryAs(Labeled.class).getText());
        assertEquals(Optional.of("CHINESE"), tools.settings().value("window/language"));
        robot.clickOn("#frame-language");
        assertEquals("Data", robot.lookup("#rail-data").queryAs(Labeled.class).getText());
    }

    @Test
    void theInspectorFoldsAndIsRemembered(FxRobot robot) {
        assertTrue(data.inspected.getScene() != null);
        robot.push(KeyCode.CONTROL, KeyCode.I);
        assertTrue(data.inspected.getScene() == null);
        assertEquals(Optional.of("true"), tools.settings().value("window/inspector-folded"));
    }

    @Test
    void runningWorkIsShownAndStopped(FxRobot robot) {
        CountDownLatch never = new CountDownLatch(1);
        robot.interact(
                () ->
                        tools.jobs()
                                .run(
                                        "Counting",
                                        control -> {
                                            control.say("at 3");
                                            never.await();
                                            return "";
                                        }));
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#frame-cancel");
        waitUntilIdle();
        assertTrue(robot.lookup("#frame-cancel").tryQuery().isEmpty());
        assertTrue(tools.jobs().failures().isEmpty());
    }

    @Test
    void warningsAreCountedShownAndPutAway(FxRobot robot) {
        assertFalse(robot.lookup("#warnings").query().isVisible());
        robot.interact(
                () ->
                        tools.jobs()
                                .warn(
                                        Failure.of(
                                                "Read a.png",
                                                List.of(
                                                        new Problem(
                                                                "a.png", "cut off", "copy it")))));
        assertEquals("1 warning", robot.lookup("#warnings").queryAs(Labeled.class).getText());
        robot.clickOn("#warnings");
        assertTrue(robot.lookup("cut off").tryQuery().isPresent());
        assertTrue(robot.lookup("copy it").tryQuery().isPresent());
        robot.clickOn("#frame-warnings-clear");
        assertTrue(tools.jobs().failures().isEmpty());
        assertTrue(robot.lookup("#warning-list").tryQuery().isEmpty());
    }

    @Test
    void backendsAreLookedForWhenAskedAndChosen(FxRobot robot) {
        robot.clickOn("#device");
        WaitForAsyncUtils.waitForFxEvents();
        waitUntilIdle();
        MenuButton chip = robot.lookup("#device").query();
        assertEquals(
                List.of("CPU · torch", "H100 · torch", "CPU · dl4j"),
                chip.getItems().stream().map(MenuItem::getText).toList());
        robot.interact(() -> chip.getItems().get(1).fire());
        assertEquals("cuda:0", tools.workplace().backends().chosen().get().device().id());
        assertEquals("H100", chip.getText());
        robot.interact(() -> chip.getItems().get(2).fire());
        assertEquals("CPU · dl4j", chip.getText());
    }

    private void waitUntilIdle() {
        try {
            WaitForAsyncUtils.waitFor(
                    120,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(() -> tools.jobs().running().isEmpty()).get());
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static List<Backend> backends() {
        return List.of(
                Backend.USUAL_ON_CPU,
                new Backend("torch", new Device("cuda:0", "H100")),
                new Backend("dl4j", Device.CPU));
    }

    private static final class FakeRoom implements Room {
        private final Tools tools;
        private final String id;
        private final String nameKey;
        private final TextField field = new TextField();
        private final VBox node = new VBox(field);
        private final Label inspected = new Label("inspected");
        private final List<String> heard = new ArrayList<>();
        private final List<Command> subjects = new ArrayList<>();

        FakeRoom(Tools tools, String id, String nameKey) {
            this.tools = tools;
            this.id = id;
            this.nameKey = nameKey;
            field.setId(id + "-field");
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String nameKey() {
            return nameKey;
        }

        @Override
        public Ikon icon() {
            return Feather.GRID;
        }

        @Override
        public Node view() {
            return node;
        }

        @Override
        public Optional<Node> inspector() {
            return Optional.of(inspected);
        }

        @Override
        public List<Command> subjects() {
            return subjects;
        }

        @Override
        public List<Command> commands() {
            return List.of(
                    Command.of("data.next", tools.texts(), () -> heard.add("next")).keys("D"));
        }

        @Override
        public List<Command> find(String word) {
            return List.of(Command.named(word + " in " + id, () -> heard.add(word)));
        }

        @Override
        public void shown() {
            heard.add("shown");
        }

        @Override
        public void hidden() {
            heard.add("hidden");
        }
    }
}
