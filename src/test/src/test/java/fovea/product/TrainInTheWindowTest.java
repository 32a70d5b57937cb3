package fovea.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.app.chart.LiveChart;
import fovea.app.export.ExportReport;
import fovea.app.export.ExportRequest;
import fovea.app.export.JavaExporter;
import fovea.app.frame.Backend;
import fovea.app.settings.Settings;
import fovea.app.text.Language;
import fovea.app.theme.Appearance;
import fovea.app.window.WindowOptions;
import fovea.app.window.Workbench;
import fovea.onnx.OnnxPrecision;
import fovea.run.EventReader;
import fovea.run.RunStore;
import fovea.training.TrainEvent;

import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.robot.Motion;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

import javax.imageio.ImageIO;

/// The main job through the window, with a real training in a real child process: start the
/// embedded experiment on fewer images, watch, stop, resume, look at what it got wrong. Pictures of
/// the rooms are left in the folder for test output; those in `docs/screenshots` are from here.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class TrainInTheWindowTest {
    private static final Path HOME = Path.of(System.getProperty("fovea.root", "."));
    private static final String IMAGES = System.getProperty("fovea.window.images", "640");
    private static final double MOUSE_STEP = 6;
    private static final String EPOCHS = System.getProperty("fovea.window.epochs", "8");

    /// A cell of the confusion matrix with pictures in it.
    private record Confused(int truth, int predicted, int count) {}

    @TempDir private Path folder;

    private Workbench workbench;
    private Scene scene;

    @Start
    void open(Stage stage) {
        Settings settings = Settings.in(folder.resolve("settings"));
        settings.put("window/language", Language.ENGLISH.name());
        workbench =
                Workbench.create(
                        new WindowOptions(
                                HOME,
                                folder.resolve("runs"),
                                Optional.empty(),
                                Optional.of(HOME.resolve("assets/data/fashion-mnist")),
                                () -> List.of(Backend.USUAL_ON_CPU)),
                        settings);
        scene = new Scene(workbench.frame().root(), 1000, 900);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> workbench.close());
    }

    @Test
    void theEmbeddedExperimentIsTrainedStoppedResumedAndItsErrorsLookedAt(FxRobot robot)
            throws Exception {
        robot.interact(() -> workbench.tools().texts().speak(Language.ENGLISH));
        waitUntil(() -> robot.lookup("Sneaker").tryQuery().isPresent());
        takeBothLooks(robot, "data");

        train(robot);
        waitUntil(() -> chart(robot).points() > 5);
        int before = chart(robot).points();
        waitUntil(() -> chart(robot).points() > before);

        robot.clickOn("#runs-stop");
        waitUntil(() -> text(robot, "#run-state").equals("Stopped"));
        long steps = steps();
        robot.clickOn("#runs-resume");
        waitUntil(() -> text(robot, "#run-state").equals("Completed"));
        assertTrue(steps() > steps);
        robot.push(KeyCode.CONTROL, KeyCode.I);
        takeBothLooks(robot, "runs");
        robot.push(KeyCode.CONTROL, KeyCode.I);

        assertExported();

        robot.clickOn("#rail-errors");
        waitUntil(() -> robot.lookup("#confusion").tryQuery().isPresent());
        Confused cell = mostConfused();
        robot.clickOn(over(robot, cell));
        waitUntil(() -> robot.lookup("#cell-chip").tryQuery().isPresent());
        waitUntil(() -> text(robot, "#judged-count").matches(cell.count() + "\\b.*"));
        waitUntil(() -> !robot.lookup(".judged-card").queryAll().isEmpty());
        takeBothLooks(robot, "errors");
    }

    private static void train(FxRobot robot) throws TimeoutException {
        robot.clickOn("#rail-runs");
        waitUntil(() -> robot.lookup("#runs-create").tryQuery().isPresent());
        robot.clickOn("#runs-create");
        waitUntil(() -> robot.lookup("#field-training-epochs").tryQuery().isPresent());
        robot.doubleClickOn("#field-training-epochs").write(EPOCHS).push(KeyCode.ENTER);
        robot.doubleClickOn("#field-data-limit").write(IMAGES).push(KeyCode.ENTER);
        waitUntil(() -> !robot.lookup("#runs-train").query().isDisabled());
        robot.clickOn("#runs-train");
        waitUntil(() -> text(robot, "#run-state").equals("Training"));
    }

    /// As the Export tab does it once a file is chosen.
    private void assertExported() throws Exception {
        Path run = new RunStore(folder.resolve("runs")).list().getFirst().folder().root();
        Path file = folder.resolve("net.fovea");
        ExportReport report =
                new JavaExporter()
                        .export(
                                new ExportRequest(
                                        run, OnnxPrecision.FP32, Backend.USUAL_ON_CPU, file));
        assertEquals(report.valueBefore(), report.valueAfter(), 0.5);
        assertTrue(report.largestDifference() < 1e-3, report::toString);
        assertTrue(Files.size(file) > 100_000);
    }

    private long steps() {
        return events().stream().filter(TrainEvent.Stepped.class::isInstance).count();
    }

    private Confused mostConfused() {
        TrainEvent.Validated last =
                events().stream()
                        .filter(TrainEvent.Validated.class::isInstance)
                        .map(TrainEvent.Validated.class::cast)
                        .reduce((a, b) -> b)
                        .orElseThrow();
        Confused most = new Confused(0, 0, 0);
        for (int truth = 0; truth < last.confusion().size(); truth++) {
            for (int predicted = 0; predicted < last.confusion().size(); predicted++) {
                int count = last.confusion().get(truth).get(predicted);
                if (truth != predicted && count > most.count()) {
                    most = new Confused(truth, predicted, count);
                }
            }
        }
        return most;
    }

    /// Where the mouse reads the cell: down to its row, then across to it.
    private Point2D over(FxRobot robot, Confused cell) {
        Node matrix = robot.lookup("#confusion").query();
        Bounds area = matrix.localToScreen(matrix.getLayoutBounds());
        List<String> names = started().classes();
        String row = ": %s taken for ".formatted(names.get(cell.truth()));
        Point2D point = new Point2D(area.getCenterX(), area.getMinY());
        while (!read(robot, point).contains(row)) {
            point = point.add(0, MOUSE_STEP);
            assertTrue(point.getY() < area.getMaxY(), row);
        }
        String whole = row + names.get(cell.predicted());
        point = new Point2D(area.getMinX(), point.getY());
        while (!read(robot, point).endsWith(whole)) {
            point = point.add(MOUSE_STEP, 0);
            assertTrue(point.getX() < area.getMaxX(), whole);
        }
        return point;
    }

    private static String read(FxRobot robot, Point2D point) {
        robot.moveTo(point, Motion.DIRECT);
        return text(robot, "#confusion-reading");
    }

    private TrainEvent.Started started() {
        return (TrainEvent.Started)
                events().stream()
                        .filter(TrainEvent.Started.class::isInstance)
                        .findFirst()
                        .orElseThrow();
    }

    private List<TrainEvent> events() {
        var runs = new RunStore(folder.resolve("runs")).list();
        assertEquals(1, runs.size());
        return EventReader.readAll(runs.getFirst().folder().events());
    }

    private static LiveChart chart(FxRobot robot) {
        return robot.lookup("#chart-loss").query();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id)
                .<Node>tryQuery()
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .orElse("");
    }

    private static void waitUntil(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                120,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void takeBothLooks(FxRobot robot, String room) throws Exception {
        for (Appearance appearance : List.of(Appearance.DARK, Appearance.LIGHT)) {
            robot.interact(() -> workbench.tools().theme().wear(appearance));
            take(robot, room + "-" + appearance.name().toLowerCase(Locale.ROOT));
        }
    }

    /// At the size of a laptop's screen, which is larger than the tests' own.
    private void take(FxRobot robot, String name) throws IOException, TimeoutException {
        Parent root = scene.getRoot();
        Scene[] wide = new Scene[1];
        robot.interact(
                () -> {
                    scene.setRoot(new Group());
                    wide[0] = new Scene(root, 1440, 900);
                    wide[0].snapshot(null);
                });
        WritableImage[] image = new WritableImage[1];
        // Thumbnails and charts are painted on other threads, for the new size.
        for (int i = 0; i < 20; i++) {
            WaitForAsyncUtils.sleep(100, TimeUnit.MILLISECONDS);
            robot.interact(() -> image[0] = wide[0].snapshot(null));
        }
        Path file =
                Path.of(System.getProperty("fovea.target", "target"))
                        .resolve("screenshots")
                        .resolve(name + ".png");
        Files.createDirectories(file.getParent());
        ImageIO.write(SwingFXUtils.fromFXImage(image[0], null), "png", file.toFile());
        robot.interact(
                () -> {
                    wide[0].setRoot(new Group());
                    scene.setRoot(root);
                });
        assertTrue(Files.size(file) > 20_000, name);
    }
}
