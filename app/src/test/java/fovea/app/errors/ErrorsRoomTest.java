package fovea.app.errors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.app.frame.Tools;
import fovea.app.runs.RoomBench;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ErrorsRoomTest {
    private static final List<String> CLASSES =
            List.of(
                    "Ankle boot",
                    "Bag",
                    "Coat",
                    "Dress",
                    "Pullover",
                    "Sandal",
                    "Shirt",
                    "Sneaker",
                    "T-shirt or top with a long name",
                    "Trouser");

    @TempDir Path folder;

    private Tools tools;
    private ErrorsRoom room;
    private Scene scene;

    @Start
    void open(Stage stage) {
        tools = RoomBench.tools(folder);
        room = new ErrorsRoom(tools);
        scene = RoomBench.show(stage, tools, room);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(
                () -> {
                    room.close();
                    tools.jobs().close();
                });
    }

    @Test
    void aCellOfTheMatrixFiltersThePicturesUntilItsChipIsRemoved(FxRobot robot) throws Exception {
        ValidatedRun run = new ValidatedRun(folder, CLASSES);
        run.validate(1);
        RoomBench.waitUntil(() -> grid(robot).size() == 18);
        assertTrue(grid(robot).stream().noneMatch(Judged::correct));

        robot.clickOn(at(robot, new Cell(2, 1)));
        RoomBench.waitUntil(() -> grid(robot).size() == 2);
        assertTrue(
                grid(robot).stream().allMatch(each -> each.truth() == 2 && each.predicted() == 1));
        assertEquals("Coat taken for Bag", chip(robot).getText());

        robot.clickOn("#cell-chip");
        RoomBench.waitUntil(() -> grid(robot).size() == 18);
    }

    @Test
    void theMostFrequentMistakesAreListedByNameAndChooseTheirCell(FxRobot robot) throws Exception {
        ValidatedRun run = new ValidatedRun(folder, CLASSES);
        run.validate(1);
        RoomBench.waitUntil(() -> grid(robot).size() == 18);
        ListView<?> worst = robot.lookup("#worst-pairs").queryListView();
        assertEquals(9, worst.getItems().size());
        robot.interact(() -> worst.getSelectionModel().select(0));
        RoomBench.waitUntil(() -> grid(robot).size() == 2);
        robot.clickOn("#cell-chip");
        assertTrue(worst.getSelectionModel().isEmpty());
    }

    @Test
    void arrowsMoveThroughTheMatrixAndEnterChooses(FxRobot robot) throws Exception {
        ValidatedRun run = new ValidatedRun(folder, CLASSES);
        run.validate(1);
        RoomBench.waitUntil(() -> grid(robot).size() == 18);
        robot.interact(() -> robot.lookup("#confusion").query().requestFocus());
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        RoomBench.waitUntil(() -> grid(robot).size() == 2);
        assertTrue(
                grid(robot).stream().allMatch(each -> each.truth() == 1 && each.predicted() == 0));
    }

    @Test
    void theNewestEpochIsFollowedUnlessAnEarlierOneIsChosen(FxRobot robot) throws Exception {
        ValidatedRun run = new ValidatedRun(folder, CLASSES);
        run.validate(1);
        RoomBench.waitUntil(() -> text(robot, "#metric-accuracy-top1").equals("71.00 %"));
        run.validate(2);
        RoomBench.waitUntil(() -> text(robot, "#metric-accuracy-top1").equals("72.00 %"));
        robot.push(KeyCode.A);
        RoomBench.waitUntil(() -> text(robot, "#metric-accuracy-top1").equals("71.00 %"));
        run.validate(3);
        RoomBench.waitUntil(() -> robot.lookup("#errors-epoch").<Slider>query().getMax() == 2);
        assertEquals("71.00 %", text(robot, "#metric-accuracy-top1"));
    }

    @Test
    void nothingIsReadOutOfSight(FxRobot robot) throws Exception {
        ValidatedRun run = new ValidatedRun(folder, CLASSES);
        robot.interact(room::hidden);
        run.validate(1);
        RoomBench.waitUntil(() -> tools.jobs().running().isEmpty());
        assertTrue(room.subject().getValue().isEmpty());
        robot.interact(room::shown);
        RoomBench.waitUntil(() -> text(robot, "#metric-accuracy-top1").equals("71.00 %"));
    }

    @Test
    void missingPredictionsSayWhichFileAndWhatToDo(FxRobot robot) throws Exception {
        ValidatedRun run = new ValidatedRun(folder, CLASSES);
        run.validate(1);
        Files.delete(run.folder.predictions(1));
        RoomBench.waitUntil(() -> robot.lookup(".state-error").tryQuery().isPresent());
        assertTrue(
                robot.lookup(".problem-place").queryLabeled().getText().endsWith("epoch-0001.csv"));
    }

    @Test
    void everyStateInEveryLookIsAPicture(FxRobot robot) throws Exception {
        RoomBench.takeAll(robot, tools, scene, "errors-empty");
        ValidatedRun run = new ValidatedRun(folder, CLASSES);
        run.validate(1);
        run.validate(2);
        RoomBench.waitUntil(() -> !grid(robot).isEmpty());
        robot.clickOn(".judged-card");
        robot.clickOn(at(robot, new Cell(8, 7)));
        RoomBench.waitUntil(() -> grid(robot).size() == 2);
        robot.moveTo(at(robot, new Cell(6, 5)));
        RoomBench.takeAll(robot, tools, scene, "errors-cell");
        RoomBench.resize(robot, scene, 1000, 700);
        RoomBench.takeAll(robot, tools, scene, "errors-small");
    }

    @Test
    void twentyClassesWithLongNamesAreReadInASmallWindow(FxRobot robot) throws Exception {
        List<String> many =
                IntStream.range(0, 20)
                        .mapToObj(
                                i ->
                                        i % 3 == 0
                                                ? "Greater spotted woodpecker of the north " + i
                                                : "kingfisher " + i)
                        .toList();
        ValidatedRun run = new ValidatedRun(folder, many);
        run.validate(1);
        RoomBench.waitUntil(() -> grid(robot).size() == 38);
        RoomBench.takeAll(robot, tools, scene, "errors-20");
        RoomBench.resize(robot, scene, 1000, 700);
        ConfusionView view = robot.lookup("#confusion").query();
        assertEquals(
                ConfusionLayout.Names.ROWS,
                ConfusionLayout.of(20, view.getWidth(), view.getHeight()).names());
        assertTrue(robot.lookup("#worst-pairs").query().isVisible());
        robot.interact(
                () -> robot.lookup("#worst-pairs").queryListView().getSelectionModel().select(0));
        RoomBench.takeAll(robot, tools, scene, "errors-20-small");
        robot.lookup(".errors-head .section-title")
                .queryAllAs(Labeled.class)
                .forEach(RoomBench::assertWhole);
    }

    @Test
    void fiveHundredClassesStillFit(FxRobot robot) throws Exception {
        List<String> many =
                IntStream.range(0, 500).mapToObj(i -> "class %03d".formatted(i)).toList();
        ValidatedRun run = new ValidatedRun(folder, many);
        run.validate(1);
        RoomBench.waitUntil(() -> grid(robot).size() == 998);
        RoomBench.takeAll(robot, tools, scene, "errors-500");
    }

    private List<Judged> grid(FxRobot robot) {
        return robot.lookup("#judged-grid")
                .<Node>tryQuery()
                .map(node -> ((JudgedGrid) node).items())
                .orElse(List.of());
    }

    private static Labeled chip(FxRobot robot) {
        return robot.lookup("#cell-chip").queryLabeled();
    }

    /// The middle of a cell on the screen.
    private static Point2D at(FxRobot robot, Cell cell) {
        ConfusionView view = robot.lookup("#confusion").query();
        ConfusionLayout layout =
                ConfusionLayout.of(CLASSES.size(), view.getWidth(), view.getHeight());
        return view.localToScreen(
                layout.x(cell.predicted()) + layout.width() / 2,
                layout.y(cell.truth()) + layout.height() / 2);
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).<Node>tryQuery().map(node -> ((Label) node).getText()).orElse("");
    }
}
