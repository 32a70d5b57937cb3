package fovea.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.app.frame.Backend;
import fovea.app.frame.Backends;
import fovea.app.frame.Command;
import fovea.app.frame.Frame;
import fovea.app.frame.Rooms;
import fovea.app.frame.Tools;
import fovea.app.frame.Workplace;
import fovea.app.jobs.Jobs;
import fovea.app.settings.Settings;
import fovea.app.text.Language;
import fovea.app.text.Texts;
import fovea.app.theme.Appearance;
import fovea.app.theme.Theme;
import fovea.image.PixelImage;
import fovea.image.PngEncoder;

import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// An image folder with two parts: three cats and two dogs to train, one of each to validate, and
/// one file that is no image.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class DataRoomTest {
    @TempDir Path folder;

    private Tools tools;
    private DataRoom room;
    private Path animals;

    @Start
    void open(Stage stage) throws IOException {
        animals = folder.resolve("animals");
        for (String image :
                List.of(
                        "train/cat/1",
                        "train/cat/2",
                        "train/cat/3",
                        "train/dog/1",
                        "train/dog/2",
                        "validation/cat/9",
                        "validation/dog/9")) {
            write(image);
        }
        Files.write(animals.resolve("train/dog/torn.png"), new byte[0]);
        Settings settings = Settings.in(folder.resolve("settings"));
        tools =
                new Tools(
                        new Texts(Language.ENGLISH),
                        new Theme(Appearance.LIGHT),
                        new Jobs(),
                        settings,
                        new Workplace(
                                folder, folder, new Backends(() -> List.of(Backend.USUAL_ON_CPU))));
        room = new DataRoom(tools);
        Frame frame = new Frame(tools, new Rooms(List.of(room), settings));
        stage.setScene(new Scene(frame.root(), 1000, 700));
        stage.show();
    }

    @Test
    void startsEmptyWithAWayIn(FxRobot robot) {
        assertTrue(robot.lookup(".state-sentence").tryQuery().isPresent());
        assertTrue(robot.lookup("#data-open").tryQuery().isPresent());
        assertEquals("", room.subject().getValue());
    }

    @Test
    void theZoomThatIsWrittenIsTheZoomThatIsShown(FxRobot robot) throws TimeoutException {
        openAnimals(robot);
        robot.interact(() -> robot.lookup("#picture-grid").query().requestFocus());
        robot.push(KeyCode.RIGHT).push(KeyCode.ENTER);
        Labeled zoom = robot.lookup(".zoom").queryLabeled();
        waitUntil(() -> !zoom.getText().equals("100 %"));
        waitUntil(() -> ((Text) zoom.lookup(".text")).getText().equals(zoom.getText()));
    }

    @Test
    void aPartAndItsClassesFilterTheGrid(FxRobot robot) throws TimeoutException {
        openAnimals(robot);
        assertEquals("animals", room.subject().getValue());
        assertEquals("5 images", count(robot));
        robot.clickOn("#class-list").clickOn("cat");
        assertEquals("3 of 5 images", count(robot));
        assertEquals(3, tiles(robot));
        robot.clickOn("#data-clear-filter");
        assertEquals("5 images", count(robot));
        robot.clickOn("#part-validation");
        assertEquals("2 images", count(robot));
        assertTrue(robot.lookup("#part-validation").queryAs(ToggleButton.class).isSelected());
        assertEquals(Optional.of("validation"), tools.settings().value("data/part"));
    }

    @Test
    void classesAreFilteredFromTheKeyboard(FxRobot robot) throws TimeoutException {
        openAnimals(robot);
        ListView<?> classes = robot.lookup("#class-list").query();
        robot.interact(
                () -> {
                    classes.requestFocus();
                    classes.getSelectionModel().select(1);
                });
        robot.type(KeyCode.SPACE);
        assertEquals("2 of 5 images", count(robot));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        assertEquals("5 images", count(robot));
    }

    @Test
    void thePictureIsLookedThroughWithKeys(FxRobot robot) throws TimeoutException {
        openAnimals(robot);
        robot.type(KeyCode.RIGHT).type(KeyCode.ENTER);
        assertTrue(robot.lookup("#picture-view").query().isVisible());
        assertEquals("1 of 5", place(robot));
        robot.type(KeyCode.D).type(KeyCode.D).type(KeyCode.A);
        assertEquals("2 of 5", place(robot));
        robot.type(KeyCode.ESCAPE);
        assertFalse(robot.lookup("#picture-view").query().isVisible());
        assertTrue(robot.lookup("#picture-grid").query().isFocused(), "the keys stay in the grid");
    }

    @Test
    void theInspectorTellsOfTheChosenPicture(FxRobot robot) throws TimeoutException {
        openAnimals(robot);
        assertTrue(facts(robot).contains("animals"), "the dataset, with nothing chosen");
        robot.type(KeyCode.RIGHT);
        waitUntil(() -> facts(robot).contains("6 × 4"));
        assertTrue(facts(robot).contains("Grey, 8 bits"));
        assertTrue(facts(robot).stream().anyMatch(fact -> fact.endsWith("1.png")));
    }

    @Test
    void whatWasLeftOutIsListedWithCauseAndCure(FxRobot robot) throws TimeoutException {
        openAnimals(robot);
        assertEquals("1 file left out", robot.lookup("#problems").queryAs(Labeled.class).getText());
        robot.clickOn("#problems");
        assertTrue(robot.lookup("#problem-list").query().isVisible());
        String place = robot.lookup(".problem-place").queryAs(Labeled.class).getText();
        assertTrue(place.contains("torn.png"), place);
        assertFalse(robot.lookup(".problem-cure").queryAs(Labeled.class).getText().isBlank());
    }

    @Test
    void aFolderWithoutADatasetIsExplained(FxRobot robot) throws Exception {
        Path nothing = Files.createDirectory(folder.resolve("nothing"));
        robot.interact(() -> assertTrue(room.accept(List.of(nothing))));
        waitUntil(() -> robot.lookup(".state-error").tryQuery().isPresent());
        assertTrue(robot.lookup("no dataset was found in it").tryQuery().isPresent());
        assertTrue(robot.lookup("#data-retry").tryQuery().isPresent());
        assertTrue(tools.jobs().failures().isEmpty(), "it is told in one place only");
    }

    @Test
    void thePaletteFindsClassesAndPictures(FxRobot robot) throws TimeoutException {
        openAnimals(robot);
        robot.interact(() -> room.find("dog").getFirst().run());
        assertEquals("2 of 5 images", count(robot));
        robot.interact(
                () -> {
                    List<Command> found = room.find("2.png");
                    assertEquals(1, found.size(), "only what passes the filter");
                    found.getFirst().run();
                });
        waitUntil(() -> facts(robot).stream().anyMatch(fact -> fact.endsWith("dog/2.png")));
    }

    @Test
    void theDatasetIsOpenedAgainNextTime(FxRobot robot) throws TimeoutException {
        openAnimals(robot);
        robot.interact(() -> room.close());
        assertEquals(
                Optional.of(animals.toAbsolutePath().toString()),
                tools.settings().value("data/dataset"));
        DataRoom[] next = new DataRoom[1];
        robot.interact(() -> next[0] = new DataRoom(tools));
        waitUntil(() -> next[0].subject().getValue().equals("animals"));
    }

    private void openAnimals(FxRobot robot) throws TimeoutException {
        robot.interact(() -> room.open(animals));
        waitUntil(() -> robot.lookup(".tile").queryAll().size() > 1);
    }

    private static String count(FxRobot robot) {
        return robot.lookup(".shown-count").queryAs(Labeled.class).getText();
    }

    private static String place(FxRobot robot) {
        return robot.lookup("#picture-place").queryAs(Labeled.class).getText();
    }

    private static long tiles(FxRobot robot) {
        return robot.lookup(".tile").queryAll().stream().filter(tile -> tile.isVisible()).count();
    }

    private static List<String> facts(FxRobot robot) {
        return robot.lookup(".fact-value").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    private static void waitUntil(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                120,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void write(String image) throws IOException {
        Path file = animals.resolve(image + ".png");
        Files.createDirectories(file.getParent());
        Files.write(file, PngEncoder.encode(new PixelImage(6, 4, 1, new byte[24])));
    }
}
