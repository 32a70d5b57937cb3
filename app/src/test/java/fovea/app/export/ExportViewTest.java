package fovea.app.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.app.frame.Room;
import fovea.app.frame.Tools;
import fovea.app.runs.RoomBench;
import fovea.onnx.OnnxPrecision;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ExportViewTest {
    private static final ExportReport REPORT =
            new ExportReport(
                    "digits.onnx",
                    1_112_000,
                    "fp16",
                    200,
                    1.8e-3,
                    "accuracy/top1",
                    98.33,
                    98.25,
                    5.9,
                    0.17);

    @TempDir Path folder;

    private final BlockingQueue<ExportRequest> asked = new LinkedBlockingQueue<>();
    private final BlockingQueue<Optional<ExportReport>> answers = new LinkedBlockingQueue<>();
    private Tools tools;
    private ExportView view;
    private Scene scene;
    private Optional<Path> target = Optional.empty();
    private String proposed = "";

    @Start
    void open(Stage stage) {
        tools = RoomBench.tools(folder);
        view =
                new ExportView(
                        tools,
                        this::export,
                        (owner, name, format) -> {
                            proposed = name;
                            return target;
                        });
        scene = RoomBench.show(stage, tools, new OneView(view));
    }

    private ExportReport export(ExportRequest request) throws IOException, InterruptedException {
        asked.add(request);
        return answers.take().orElseThrow(() -> new IOException("the outputs differ"));
    }

    @Test
    void nothingCanBeExportedBeforeThereIsANet(FxRobot robot) {
        robot.interact(() -> view.show(folder.resolve("digits"), false));
        assertTrue(robot.lookup("#export-start").query().isDisabled());
        robot.interact(() -> view.show(folder.resolve("digits"), true));
        assertFalse(robot.lookup("#export-start").query().isDisabled());
    }

    @Test
    void whatIsChosenIsWrittenAndCompared(FxRobot robot) throws Exception {
        target = Optional.of(folder.resolve("mine"));
        robot.interact(() -> view.show(folder.resolve("digits"), true));
        robot.clickOn("#export-format-onnx").clickOn("#export-precision-fp16");
        robot.clickOn("#export-start");
        ExportRequest request = asked.poll(120, TimeUnit.SECONDS);
        assertEquals("digits.onnx", proposed);
        assertEquals(
                new ExportRequest(
                        folder.resolve("digits"),
                        OnnxPrecision.FP16,
                        tools.workplace().backends().chosen().get(),
                        folder.resolve("mine.onnx")),
                request);
        assertTrue(robot.lookup("#export-start").query().isDisabled(), "one at a time");
        answers.add(Optional.of(REPORT));
        RoomBench.waitUntil(() -> robot.lookup("#export-report").tryQuery().isPresent());
        for (String shown :
                List.of("98.33 %", "98.25 %", "5.90 ms", "0.17 ms", "1.8e-03", "1.1 MB")) {
            assertTrue(robot.lookup(shown).tryQuery().isPresent(), shown);
        }
        RoomBench.takeAll(robot, tools, scene, "export-written");
        robot.interact(() -> view.show(folder.resolve("other"), true));
        assertTrue(robot.lookup("#export-report").tryQuery().isEmpty(), "it is of another run");
    }

    @Test
    void aRefusalIsShownWithItsReason(FxRobot robot) throws Exception {
        target = Optional.of(folder.resolve("mine.fovea"));
        answers.add(Optional.empty());
        robot.interact(() -> view.show(folder.resolve("digits"), true));
        robot.clickOn("#export-start");
        RoomBench.waitUntil(() -> robot.lookup("the outputs differ").tryQuery().isPresent());
        assertTrue(tools.jobs().failures().isEmpty(), "it is told once");
        assertFalse(robot.lookup("#export-start").query().isDisabled());
    }

    @Test
    void anExportCanBeCancelled(FxRobot robot) throws Exception {
        target = Optional.of(folder.resolve("mine.fovea"));
        robot.interact(() -> view.show(folder.resolve("digits"), true));
        robot.clickOn("#export-start");
        asked.poll(120, TimeUnit.SECONDS);
        robot.interact(() -> tools.jobs().running().getFirst().cancel());
        RoomBench.waitUntil(() -> !robot.lookup("#export-start").query().isDisabled());
        assertTrue(tools.jobs().failures().isEmpty());
    }

    @Test
    void nothingHappensWithoutAFile(FxRobot robot) {
        robot.interact(() -> view.show(folder.resolve("digits"), true));
        robot.clickOn("#export-start");
        assertTrue(tools.jobs().running().isEmpty());
        assertEquals("digits.fovea", proposed);
        assertEquals(0, asked.size());
    }

    /// A room with nothing else in it.
    private record OneView(Node view) implements Room {
        @Override
        public String id() {
            return "runs";
        }

        @Override
        public String nameKey() {
            return "runs.room";
        }

        @Override
        public Ikon icon() {
            return Feather.PLAY;
        }
    }
}
