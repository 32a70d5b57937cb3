package fovea.app.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.app.frame.Command;
import fovea.app.frame.StatePane;
import fovea.app.frame.Tools;
import fovea.app.text.Language;
import fovea.run.EventReader;
import fovea.run.RunFolder;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The header beside the list and the inspector of a window of the least size.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class RunHeaderTest {
    private static final double WIDTH = 432;

    @TempDir Path folder;

    private Tools tools;
    private RunHeader header;
    private Scene scene;
    private final Region list = new Region();

    @Start
    void open(Stage stage) {
        tools = RoomBench.tools(folder);
        header = new RunHeader(tools, commands());
        StatePane pane = new StatePane(tools.texts());
        pane.showContent(header);
        pane.setMinWidth(0);
        pane.setMaxWidth(WIDTH);
        pane.setPrefWidth(WIDTH);
        list.setMinWidth(232);
        HBox root = new HBox(list, pane);
        root.getStyleClass().add("fovea");
        tools.theme().dress(root);
        scene = new Scene(root, 800, 200);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(
                () -> {
                    tools.jobs().close();
                });
    }

    private RunCommands commands() {
        List<Command> all =
                List.of("create", "stop", "force", "resume", "inspect").stream()
                        .map(name -> Command.of("runs." + name, tools.texts(), () -> {}))
                        .toList();
        return new RunCommands(all.get(0), all.get(1), all.get(2), all.get(3), all.get(4));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatARunThatDoesNotStopOffersIsWholeAndInPlace(Language language, FxRobot robot)
            throws Exception {
        RunFolder place =
                new RunFolder(folder.resolve("runs").resolve("fashion-mnist-20260131-123456"));
        Files.createDirectories(place.root());
        FakeTrainer trainer = new FakeTrainer();
        trainer.start(place, fovea.app.frame.Backend.USUAL_ON_CPU);
        trainer.last().started(0).steps(60).validated().die();
        OpenedRun run = new OpenedRun(place);
        robot.interact(
                () -> {
                    tools.texts().speak(language);
                    run.take(new EventReader(place.events()).poll());
                    run.become(OpenedRun.Activity.OVERDUE);
                    header.show(run, Optional.empty());
                });
        RoomBench.take(robot, scene, "run-header-" + language);
        for (String id : List.of("#runs-force", "#runs-inspect", "#run-state")) {
            RoomBench.assertWhole(robot.lookup(id).queryLabeled());
            assertTrue(place(robot.lookup(id).query()).getMaxX() <= 232 + WIDTH, id);
        }
        assertEquals(232, place(header).getMinX());
        Labeled name = robot.lookup("#run-name").queryLabeled();
        assertTrue(name.getWidth() >= 100, "the name keeps some room");
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
