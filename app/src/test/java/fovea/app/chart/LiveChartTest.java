package fovea.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.app.text.Language;
import fovea.app.text.Texts;
import fovea.app.theme.Appearance;
import fovea.app.theme.Theme;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class LiveChartTest {
    private final ChartOptions options = new ChartOptions();
    private final ChartWorker worker = new ChartWorker();
    private final Trace trace = new Trace();
    private LiveChart chart;

    @Start
    void open(Stage stage) {
        ChartTools tools =
                new ChartTools(
                        new Texts(Language.ENGLISH), new Theme(Appearance.LIGHT), worker, options);
        chart =
                new LiveChart(
                        tools,
                        new SimpleStringProperty("Loss"),
                        new SimpleObjectProperty<>(VerticalScale.LINEAR));
        chart.lines(
                List.of(
                        new ChartLine(
                                trace, new SimpleStringProperty("training"), LineLook.SMOOTHED, 0)),
                List.of());
        stage.setScene(new Scene(new StackPane(chart), 600, 300));
        stage.show();
    }

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void whatWasAddedSinceIsShownOnceItIsRefreshed(FxRobot robot) throws Exception {
        grow(robot, 10);
        waitUntil(() -> points() == 10);
        // Many calls while one picture is being painted amount to one.
        grow(robot, 10);
        grow(robot, 80);
        waitUntil(() -> points() == 100);
    }

    @Test
    void draggingZoomsAndADoubleClickShowsAllAgain(FxRobot robot) throws Exception {
        grow(robot, 100);
        waitUntil(() -> points() == 100);
        robot.moveTo(chart).press(MouseButton.PRIMARY).moveBy(80, 0);
        robot.release(MouseButton.PRIMARY);
        waitUntil(() -> options.zoom().get().isPresent());
        Extent zoom = options.zoom().get().orElseThrow();
        assertTrue(zoom.low() > 0.2 && zoom.high() < 1, zoom.toString());
        robot.doubleClickOn(chart);
        waitUntil(() -> options.zoom().get().isEmpty());
    }

    @Test
    void keysAndWheelZoomAroundTheCrossHairAndBackToAll(FxRobot robot) throws Exception {
        grow(robot, 100);
        waitUntil(() -> points() == 100);
        Extent all = chart.painted().orElseThrow().horizontal();
        robot.interact(() -> options.cursor().set(OptionalDouble.of(all.at(0.25))));
        robot.interact(() -> chart.zoomBy(0.5));
        Extent half = options.zoom().get().orElseThrow();
        assertEquals(all.length() / 2, half.length(), 1e-9);
        assertEquals(0.25, half.share(all.at(0.25)), 1e-9);
        robot.interact(() -> chart.zoomBy(2));
        assertTrue(options.zoom().get().isEmpty());
        robot.interact(() -> chart.fireEvent(wheelUpWithControl()));
        assertEquals(0.8 * all.length(), options.zoom().get().orElseThrow().length(), 1e-9);
    }

    @Test
    void theCrossHairIsSharedThroughTheOptions(FxRobot robot) throws Exception {
        grow(robot, 100);
        waitUntil(() -> points() == 100);
        robot.moveTo(chart);
        waitUntil(() -> options.cursor().get().isPresent());
        assertEquals(0.6, options.cursor().get().getAsDouble(), 0.2);
    }

    /// The headless screen's robot turns the wheel without the keys that are held.
    private static ScrollEvent wheelUpWithControl() {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                100,
                100,
                100,
                100,
                false,
                true,
                false,
                false,
                false,
                false,
                0,
                40,
                0,
                40,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    private void grow(FxRobot robot, int count) {
        robot.interact(
                () -> {
                    for (int i = 0; i < count; i++) {
                        int step = trace.size() + 1;
                        trace.add(step, step / 100.0, step / 60.0, 1.0 / step);
                        chart.refresh();
                    }
                });
    }

    private int points() {
        return chart.painted().map(picture -> picture.lines().getFirst().size()).orElse(0);
    }

    private static void waitUntil(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                12,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    }
}
