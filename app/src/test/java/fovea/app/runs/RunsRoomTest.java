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

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
    void close(FxRobot robot) {
        robot.interact(
                () -> {
                    room.close();
                    tools.jobs().close();
                });
    }

    @Test
    void trainingShowsItsStateStopsAndGoesOn(FxRobot robot) throws Exception {
        RoomBench.train(robot, trainer);
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
        RoomBench.train(robot, trainer);
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
        RoomBench.train(robot, trainer);
        trainer.last().started(0).steps(10);
        RoomBench.waitUntil(() -> text(robot, "#run-state").equals("Training"));
        trainer.last().die();
        RoomBench.waitUntil(() -> text(robot, "#run-state").equals("Interrupted"));
        assertTrue(robot.lookup("#runs-resume").queryAs(Button.class).isVisible());
    }

    @Test
    void aFailureSaysItsCauseAndItsCure(FxRobot robot) throws Exception {
        RoomBench.train(robot, trainer);
        trainer.last().started(0).steps(10);
        trainer.last().failed();
        RoomBench.waitUntil(() -> text(robot, "#run-state").equals("Failed"));
        robot.lookup("the loss is not a number").query();
        robot.lookup("lower the learning rate, now 0.1").query();
    }

    @Test
    void aProcessThatEndsBeforeTrainingShowsItsLog(FxRobot robot) throws Exception {
        RoomBench.train(robot, trainer);
        Files.writeString(trainer.last().folder.log(), "no such file: photos");
        trainer.last().die();
        RoomBench.waitUntil(() -> text(robot, "#run-state").equals("Did not start"));
        RoomBench.waitUntil(() -> log(robot).equals(List.of("no such file: photos")));
    }

    @Test
    void theLogGrowsAtItsEndAndKeepsWhatIsSelected(FxRobot robot) throws Exception {
        RoomBench.train(robot, trainer);
        FakeTrainer.FakeRun run = trainer.last().started(0).steps(1);
        Files.writeString(run.folder.log(), "one\ntwo\nhalf");
        robot.clickOn("#runs-tab-log");
        RoomBench.waitUntil(() -> log(robot).equals(List.of("one", "two", "half")));
        ListView<String> list = robot.lookup("#run-log").query();
        robot.interact(() -> list.getSelectionModel().select(1));
        Files.writeString(run.folder.log(), " a line\n10 %\r20 %", StandardOpenOption.APPEND);
        run.steps(1);
        RoomBench.waitUntil(() -> log(robot).equals(List.of("one", "two", "half a line", "20 %")));
        assertEquals(List.of("two"), list.getSelectionModel().getSelectedItems());
    }

    @Test
    void theLogOfARunFromElsewhereTellsItsEpochs(FxRobot robot) throws Exception {
        RoomBench.train(robot, trainer);
        FakeTrainer.FakeRun run = trainer.last().started(0).steps(50).validated();
        robot.clickOn("#runs-tab-log");
        RoomBench.waitUntil(() -> log(robot).size() == 1);
        assertTrue(log(robot).getFirst().startsWith("epoch 1   loss 0.5000"), log(robot)::toString);
        run.steps(50).validated();
        RoomBench.waitUntil(() -> log(robot).size() == 2);
    }

    @Test
    void aRunThatCannotBeFollowedIsWarnedOfOnce(FxRobot robot) throws Exception {
        RoomBench.train(robot, trainer);
        FakeTrainer.FakeRun run = trainer.last();
        Files.delete(run.folder.events());
        Files.createDirectory(run.folder.events());
        RoomBench.waitUntil(() -> !tools.jobs().failures().isEmpty());
        // Its owner lives, so that every listing says that it goes on.
        ProcessHandle self = ProcessHandle.current();
        long since = self.info().startInstant().orElseThrow().toEpochMilli();
        Files.writeString(run.folder.owner(), self.pid() + " " + since);
        for (int others = 1; others < 3; others++) {
            int listed = others + 1;
            Files.createDirectory(run.folder.root().resolveSibling("other-" + others));
            RoomBench.waitUntil(
                    () -> robot.lookup("#runs-list").queryListView().getItems().size() == listed);
        }
        assertEquals(1, tools.jobs().failures().size());
    }

    @Test
    void theKeysGoToTheFormAndThenToTheRun(FxRobot robot) throws Exception {
        RoomBench.waitUntil(() -> robot.lookup("#runs-create").tryQuery().isPresent());
        robot.clickOn("#runs-create");
        RoomBench.waitUntil(() -> focused("field-name"));
        RoomBench.waitUntil(() -> !robot.lookup("#runs-train").query().isDisabled());
        robot.clickOn("#runs-train");
        RoomBench.waitUntil(() -> focused("runs-list"));
        trainer.last().started(0).steps(10).validated();
        RoomBench.waitUntil(() -> text(robot, "#run-state").equals("Training"));
        robot.clickOn("#runs-stop");
        trainer.last().finished(Outcome.CANCELLED);
        RoomBench.waitUntil(() -> focused("runs-resume"));
    }

    @Test
    void formsOfExperimentsThatWereLeftAreForgotten(FxRobot robot) throws Exception {
        RoomBench.waitUntil(() -> robot.lookup("#runs-create").tryQuery().isPresent());
        robot.clickOn("#runs-create");
        RoomBench.waitUntil(() -> robot.lookup("#field-name").tryQuery().isPresent());
        WeakReference<Node> form = new WeakReference<>(robot.lookup(".experiment-form").query());
        robot.interact(
                () -> room.edit(tools.workplace().asset("experiments").resolve("digits.yaml")));
        RoomBench.waitUntil(
                () -> {
                    System.gc();
                    return form.get() == null;
                });
    }

    @Test
    void newsOfARunAreSeenInOneFrame(FxRobot robot) throws Exception {
        RoomBench.train(robot, trainer);
        FakeTrainer.FakeRun run = trainer.last().started(0).steps(50).validated();
        RoomBench.waitUntil(() -> text(robot, "#status-line").contains("epoch 1/4"));
        RoomBench.waitUntil(() -> said(robot, "#chart-loss").contains("validation "));
        String before = said(robot, "#chart-loss");
        Set<List<Boolean>> frames = new LinkedHashSet<>();
        Runnable look =
                () ->
                        frames.add(
                                List.of(
                                        !said(robot, "#chart-loss").equals(before),
                                        facts(robot).contains("epoch 2/4"),
                                        text(robot, "#status-line").contains("epoch 2/4")));
        look.run();
        robot.interact(() -> scene.addPostLayoutPulseListener(look));
        run.steps(50);
        run.validated();
        RoomBench.waitUntil(() -> text(robot, "#status-line").contains("epoch 2/4"));
        robot.interact(() -> scene.removePostLayoutPulseListener(look));
        assertEquals(Set.of(List.of(false, false, false), List.of(true, true, true)), frames);
    }

    @Test
    void nothingIsPaintedOutOfSight(FxRobot robot) throws Exception {
        RoomBench.train(robot, trainer);
        FakeTrainer.FakeRun run = trainer.last().started(0).steps(50).validated();
        RoomBench.waitUntil(() -> said(robot, "#chart-loss").contains("validation "));
        Node loss = robot.lookup("#chart-loss").query();
        String before = loss.getAccessibleText();
        robot.clickOn("#runs-add");
        run.steps(50).validated();
        RoomBench.waitUntil(() -> text(robot, "#status-line").contains("epoch 2/4"));
        assertEquals(before, loss.getAccessibleText());
        ListView<?> list = robot.lookup("#runs-list").queryListView();
        robot.interact(() -> list.getSelectionModel().select(0));
        RoomBench.waitUntil(() -> !loss.getAccessibleText().equals(before));
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

    /// What a screen reader says of a node.
    private static String said(FxRobot robot, String id) {
        return robot.lookup(id).<Node>tryQuery().map(Node::getAccessibleText).orElse("");
    }

    private static List<String> log(FxRobot robot) {
        return robot.lookup("#run-log")
                .<ListView<String>>tryQuery()
                .map(list -> List.copyOf(list.getItems()))
                .orElse(List.of());
    }

    private boolean focused(String id) {
        Node owner = scene.getFocusOwner();
        return owner != null && id.equals(owner.getId());
    }

    private static String facts(FxRobot robot) {
        return robot.lookup("#run-facts .run-fact").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .collect(Collectors.joining(" "));
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id)
                .<Node>tryQuery()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .orElse("");
    }
}
