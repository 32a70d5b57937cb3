package fovea.app.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.app.frame.Tools;
import fovea.training.TrainEvent.Outcome;

import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class RunsMemoryTest {
    @TempDir Path folder;

    private final FakeTrainer trainer = new FakeTrainer();
    private Tools tools;
    private RunsRoom room;

    @Start
    void open(Stage stage) {
        tools = RoomBench.tools(folder);
        room = new RunsRoom(tools, trainer);
        RoomBench.show(stage, tools, room);
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
    void howChartsAreShownIsRemembered(FxRobot robot) throws Exception {
        start(robot);
        robot.clickOn("#chart-axis-time").clickOn("#chart-log");
        assertEquals(Optional.of("TIME"), tools.settings().value("runs/axis"));
        RunsRoom[] next = new RunsRoom[1];
        robot.interact(
                () -> {
                    next[0] = new RunsRoom(tools, trainer);
                    next[0].open(trainer.last().folder);
                });
        List<String> chosen =
                robot
                        .from(next[0].view())
                        .lookup(".toggle-button")
                        .queryAllAs(ToggleButton.class)
                        .stream()
                        .filter(ToggleButton::isSelected)
                        .map(ToggleButton::getId)
                        .toList();
        assertTrue(chosen.containsAll(List.of("chart-axis-time", "chart-log")), chosen::toString);
        robot.interact(next[0]::close);
    }

    @Test
    void aRunWhoseFolderIsDeletedGoesOutOfSight(FxRobot robot) throws Exception {
        FakeTrainer.FakeRun run = start(robot);
        run.finished(Outcome.CANCELLED);
        RoomBench.waitUntil(() -> robot.lookup("#runs-resume").query().isVisible());
        RoomBench.waitUntil(() -> robot.lookup(".run-cell .run-name").tryQuery().isPresent());
        delete(run.folder.root());
        RoomBench.waitUntil(() -> robot.lookup("#runs-resume").tryQuery().isEmpty());
    }

    private FakeTrainer.FakeRun start(FxRobot robot) throws Exception {
        RoomBench.train(robot, trainer);
        FakeTrainer.FakeRun run = trainer.last().started(0).steps(60).validated();
        RoomBench.waitUntil(() -> robot.lookup("#chart-loss").tryQuery().isPresent());
        return run;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
