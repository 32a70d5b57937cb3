package fovea.app.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.app.frame.Backend;
import fovea.app.frame.Tools;
import fovea.engine.Device;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class RunsInASmallWindowTest {
    @TempDir Path folder;

    private final FakeTrainer trainer = new FakeTrainer();
    private Tools tools;
    private RunsRoom room;
    private Scene scene;

    @Start
    void open(Stage stage) {
        tools = RoomBench.tools(folder);
        room = new RunsRoom(tools, trainer);
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
    void manyProblemsPushNeitherTheFrameNorTheCurvesOutOfTheWindow(FxRobot robot) throws Exception {
        RoomBench.resize(robot, scene, 1000, 700);
        RoomBench.train(robot, trainer);
        FakeTrainer.FakeRun run = trainer.last().started(0).steps(10);
        for (int i = 0; i < 30; i++) {
            run.warned("/a/rather/long/path/to/picture-%02d.png".formatted(i));
        }
        run.failed();
        RoomBench.waitUntil(() -> text(robot, "#run-state").equals("Failed"));
        RoomBench.waitUntil(() -> robot.lookup("#run-problems").query().isVisible());
        assertEquals(700, bottom(robot, ".status-bar"), 1);
        assertEquals(0, top(robot, ".top-bar"), 1);
        assertTrue(robot.lookup("#chart-loss").query().getLayoutBounds().getHeight() > 100);
        RoomBench.takeAll(robot, tools, scene, "runs-problems-small");
    }

    @Test
    void theFormOfANewRunIsWholeInASmallWindow(FxRobot robot) throws Exception {
        RoomBench.resize(robot, scene, 1000, 700);
        robot.interact(
                () ->
                        tools.workplace()
                                .backends()
                                .choose(
                                        new Backend(
                                                "torch",
                                                new Device("cuda:0", "NVIDIA H100 80GB HBM3"))));
        RoomBench.waitUntil(() -> robot.lookup("#runs-create").tryQuery().isPresent());
        robot.clickOn("#runs-create");
        RoomBench.waitUntil(() -> robot.lookup("#field-name").tryQuery().isPresent());
        RoomBench.takeAll(robot, tools, scene, "runs-new-small");
        assertWhole(robot, "#runs-train");
        assertWhole(robot, "#runs-choose-file");
        assertWhole(robot, ".new-run .title");
        assertTrue(right(robot, "#runs-train") <= left(robot, ".inspector"));
    }

    @Test
    void aNetCanBeExportedOnceThereIsOne(FxRobot robot) throws Exception {
        RoomBench.train(robot, trainer);
        FakeTrainer.FakeRun run = trainer.last().started(0).steps(50);
        robot.clickOn("#runs-tab-export");
        assertTrue(robot.lookup("#export-start").query().isDisabled());
        run.validated();
        RoomBench.waitUntil(() -> !robot.lookup("#export-start").query().isDisabled());
        RoomBench.resize(robot, scene, 1000, 700);
        RoomBench.takeAll(robot, tools, scene, "runs-export");
    }

    private static double bottom(FxRobot robot, String id) {
        return place(robot, id).getMaxY();
    }

    private static double top(FxRobot robot, String id) {
        return place(robot, id).getMinY();
    }

    private static double left(FxRobot robot, String id) {
        return place(robot, id).getMinX();
    }

    private static double right(FxRobot robot, String id) {
        return place(robot, id).getMaxX();
    }

    private static void assertWhole(FxRobot robot, String id) {
        RoomBench.assertWhole(robot.lookup(id).queryLabeled());
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id)
                .<Node>tryQuery()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .orElse("");
    }

    private static Bounds place(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        return node.localToScene(node.getLayoutBounds());
    }
}
