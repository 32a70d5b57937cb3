package fovea.app.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.app.frame.Tools;
import fovea.run.RunFolder;
import fovea.training.TrainEvent.Outcome;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
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
import java.util.concurrent.TimeoutException;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class RunsRoomTest {
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
    void close() {
        room.close();
        tools.jobs().close();
    }

    @Test
    void trainingShowsItsStateStopsAndGoesOn(FxRobot robot) throws Exception {
        start(robot);
        FakeTrainer.FakeRun run = trainer.last();
        assertEquals("start", run.how);
        assertTrue(Files.exists(run.folder.experiment()));
        run.started(0).steps(60);
        run.validated();
        RoomBench.waitUntil(() -> text(robot, "#run-state").equals("Training"));
        RoomBench.waitUntil(() -> text(robot, "#status-line").contains("epoch 2/4"));

        robot.clickOn("#runs-stop");
        RoomBench.waitUntil(run::stopRequested);
        assertEquals("Stopping…", text(robot, "#run-state"));
        run.finished(Outcome.CANCELLED);
        RoomBench.waitUntil(() -> text(robot, "#run-state").equals("Stopped"));

        robot.clickOn("#runs-resume");
        RoomBench.waitUntil(() -> trainer.runs.size() == 2);
        FakeTrainer.FakeRun second = trainer.last();
        assertEquals("resume", second.how);
        assertFalse(second.stopRequested());
        second.started(60).steps(140);
        second.validated();
        second.finished(Outcome.COMPLETED);
        RoomBench.waitUntil(() -> text(robot, "#run-state").equals("Completed"));
    }

    @Test
    void theCurvesGrowAsEventsAreAppended(FxRobot robot) throws Exception {
        start(robot);
        FakeTrainer.FakeRun run = trainer.last().started(0).steps(50);
        RoomBench.waitUntil(() -> said(robot, "#chart-loss").startsWith("Loss: training "));
        String before = said(robot, "#chart-loss");
        run.validated();
        RoomBench.waitUntil(() -> said(robot, "#chart-loss").contains("validation "));
        RoomBench.waitUntil(() -> said(robot, "#chart-metric").contains("top-1 "));
        String metric = said(robot, "#chart-metric");
        run.steps(50);
        run.validated();
        RoomBench.waitUntil(() -> !said(robot, "#chart-metric").equals(metric));
        assertNotEquals(before, said(robot, "#chart-loss"));
    }

    @Test
    void aRunWhoseProcessDiedIsInterruptedAndCanGoOn(FxRobot robot) throws Exception {
        start(robot);
        trainer.last().started(0).steps(10);
        RoomBench.waitUntil(() -> text(robot, "#run-state").equals("Training"));
        trainer.last().die();
        RoomBench.waitUntil(() -> text(robot, "#run-state").equals("Interrupted"));
        assertTrue(robot.lookup("#runs-resume").queryAs(Button.class).isVisible());
    }

    @Test
    void aFailureSaysItsCauseAndItsCure(FxRobot robot) throws Exception {
        start(robot);
        trainer.last().started(0).steps(10);
        trainer.last().failed();
        RoomBench.waitUntil(() -> text(robot, "#run-state").equals("Failed"));
        robot.lookup("the loss is not a number").query();
        robot.lookup("lower the learning rate, now 0.1").query();
    }

    @Test
    void aProcessThatEndsBeforeTrainingShowsItsLog(FxRobot robot) throws Exception {
        start(robot);
        Files.writeString(trainer.last().folder.log(), "no such file: photos");
        trainer.last().die();
        RoomBench.waitUntil(() -> text(robot, "#run-state").equals("Did not start"));
        RoomBench.waitUntil(
                () ->
                        robot.lookup("#run-log").tryQuery().isPresent()
                                && robot.lookup("#run-log")
                                        .queryTextInputControl()
                                        .getText()
                                        .contains("no such file: photos"));
    }

    @Test
    void anImportedNetIsShownAsOneAndThereIsNothingToResume(FxRobot robot) throws Exception {
        RunFolder run = new RunFolder(tools.workplace().runs().resolve("mobilenet"));
        Files.createDirectories(run.root());
        Files.writeString(
                run.summary(),
                "{\"started\":\"2026-01-31T12:00:00Z\",\"epoch\":0,\"epochs\":0,"
                        + "\"primaryMetric\":\"\",\"bestValue\":\"NaN\",\"bestEpoch\":0,"
                        + "\"state\":\"IMPORTED\",\"failure\":\"\"}");
        RoomBench.waitUntil(() -> robot.lookup("#runs-list .run-name").tryQuery().isPresent());
        robot.clickOn("#runs-list .run-name");
        RoomBench.waitUntil(() -> text(robot, "#run-state").equals("Imported"));
        assertFalse(robot.lookup("#runs-resume").queryAs(Button.class).isVisible());
        assertFalse(robot.lookup("#run-problems").query().isVisible());
    }

    @Test
    void everyPageInEveryLookIsAPicture(FxRobot robot) throws Exception {
        RoomBench.waitUntil(() -> robot.lookup(".state-sentence").tryQuery().isPresent());
        RoomBench.takeAll(robot, tools, scene, "runs-empty");
        robot.clickOn("#runs-create");
        RoomBench.waitUntil(() -> robot.lookup("#field-optimizer-lr").tryQuery().isPresent());
        robot.doubleClickOn("#field-training-epochs").write("0");
        RoomBench.takeAll(robot, tools, scene, "runs-new");
        robot.clickOn("#form-all");
        RoomBench.waitUntil(() -> robot.lookup("#field-data-holdOut").tryQuery().isPresent());
        RoomBench.takeAll(robot, tools, scene, "runs-all-fields");
        robot.clickOn("#form-all");
        robot.doubleClickOn("#field-training-epochs").write("4");
        robot.clickOn("#runs-train");
        RoomBench.waitUntil(() -> !trainer.runs.isEmpty());
        FakeTrainer.FakeRun run = trainer.last().started(0);
        for (int epoch = 0; epoch < 3; epoch++) {
            run.steps(50);
            run.validated();
        }
        run.steps(20);
        RoomBench.waitUntil(() -> text(robot, "#run-state").equals("Training"));
        robot.moveTo("#chart-loss");
        RoomBench.takeAll(robot, tools, scene, "runs-training");
        RoomBench.resize(robot, scene, 1000, 700);
        RoomBench.takeAll(robot, tools, scene, "runs-training-small");
        RoomBench.resize(robot, scene, 1280, 800);
        ListView<?> list = robot.lookup("#runs-list").queryListView();
        assertEquals(1, list.getItems().size());
        run.failed();
        RoomBench.waitUntil(() -> text(robot, "#run-state").equals("Failed"));
        RoomBench.takeAll(robot, tools, scene, "runs-failed");
    }

    private void start(FxRobot robot) throws TimeoutException {
        RoomBench.waitUntil(() -> robot.lookup("#runs-create").tryQuery().isPresent());
        robot.clickOn("#runs-create");
        RoomBench.waitUntil(
                () ->
                        robot.lookup("#runs-train")
                                .tryQuery()
                                .filter(node -> !node.isDisabled())
                                .isPresent());
        robot.clickOn("#runs-train");
        RoomBench.waitUntil(() -> !trainer.runs.isEmpty());
    }

    /// What a screen reader says of a node.
    private static String said(FxRobot robot, String id) {
        return robot.lookup(id).<Node>tryQuery().map(Node::getAccessibleText).orElse("");
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id)
                .<Node>tryQuery()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .orElse("");
    }
}
