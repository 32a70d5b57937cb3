package fovea.app.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.image.PixelImage;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class PictureGridTest {
    private static final int MANY = 100_000;
    private static final PixelImage DOT = new PixelImage(1, 1, 1, new byte[1]);

    private final Set<Integer> described = new ConcurrentSkipListSet<>();
    private final List<Integer> opened = new ArrayList<>();
    private PictureGrid<Integer> grid;

    @Start
    void open(Stage stage) {
        grid = new PictureGrid<>(new Thumbnails(), this::describe);
        grid.onOpen(opened::add);
        stage.setScene(new Scene(grid, 800, 600));
        stage.show();
        grid.show(IntStream.range(0, MANY).boxed().toList());
    }

    @Test
    void onlyPicturesInSightExist(FxRobot robot) throws TimeoutException {
        robot.interact(() -> grid.applyCss());
        assertTrue(described.size() < 200, described.size() + " of " + MANY + " were asked for");
        int tiles = robot.lookup(".tile").queryAll().size();
        assertTrue(tiles > 10 && tiles < 200, "tiles: " + tiles);
        described.clear();
        robot.interact(grid::requestFocus);
        robot.type(KeyCode.END);
        assertEquals(MANY - 1, grid.chosen().get());
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> described.contains(MANY - 1));
        assertTrue(described.size() < 200, described.size() + " on the way to the end");
    }

    @Test
    void arrowsMoveByPictureAndByRow(FxRobot robot) {
        robot.interact(grid::requestFocus);
        robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        assertEquals(1, grid.chosen().get());
        robot.type(KeyCode.DOWN);
        assertEquals(1 + grid.columns(), grid.chosen().get());
        robot.type(KeyCode.UP).type(KeyCode.LEFT).type(KeyCode.LEFT);
        assertEquals(0, grid.chosen().get(), "the first is the end");
        robot.type(KeyCode.PAGE_DOWN);
        assertTrue(grid.chosen().get() > 2 * grid.columns());
        robot.type(KeyCode.HOME).type(KeyCode.ENTER);
        assertEquals(List.of(0), opened);
    }

    @Test
    void aClickChoosesAndADoubleClickOpens(FxRobot robot) {
        robot.interact(() -> grid.show(List.of(40, 41, 42)));
        assertEquals(-1, grid.chosen().get());
        robot.clickOn("41");
        assertEquals(1, grid.chosen().get());
        robot.doubleClickOn("42");
        assertEquals(List.of(42), opened);
    }

    @Test
    void largerPicturesMeanFewerColumns(FxRobot robot) throws TimeoutException {
        int before = grid.columns();
        robot.interact(() -> grid.side().set(256));
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> grid.columns() < before);
    }

    private Tile describe(int item) {
        described.add(item);
        return new Tile(item, DOT, "" + item, Optional.empty(), "");
    }
}
