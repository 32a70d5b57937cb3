package fovea.app.runs;

import fovea.app.data.DataRoom;
import fovea.app.frame.Backend;
import fovea.app.frame.Frame;
import fovea.app.frame.Rooms;
import fovea.app.frame.Tools;
import fovea.app.text.Language;
import fovea.engine.Device;

import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;

/// What goes wrong in data, experiments and training is told in Chinese where the window is
/// Chinese, by the words of the code that found it.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ChineseProblemsTest {
    @TempDir Path folder;

    private Tools tools;
    private DataRoom data;
    private RunsRoom runs;

    @Start
    void open(Stage stage) {
        tools = RoomBench.tools(folder);
        tools.texts().speak(Language.CHINESE);
        data = new DataRoom(tools);
        runs = new RunsRoom(tools, new JavaTrainer());
        Rooms rooms = new Rooms(List.of(data, runs), tools.settings());
        stage.setScene(new Scene(new Frame(tools, rooms).root(), 1280, 800));
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(
                () -> {
                    data.close();
                    runs.close();
                    tools.jobs().close();
                });
    }

    @Test
    void aTruncatedIdxFile(FxRobot robot) throws Exception {
        ByteBuffer images = ByteBuffer.allocate(16 + 300);
        images.putInt(0x803).putInt(10).putInt(28).putInt(28);
        Path digits = Files.createDirectory(folder.resolve("digits"));
        Files.write(digits.resolve("train-images-idx3-ubyte"), images.array());
        Files.write(digits.resolve("train-labels-idx1-ubyte"), new byte[18]);
        robot.interact(() -> data.open(digits));
        shows(robot, "其文件头声明有 7840 个值，实际");
        shows(robot, "请重新下载");
        shows(robot, digits.resolve("train-images-idx3-ubyte").toString());

        robot.interact(() -> tools.texts().speak(Language.ENGLISH));
        shows(robot, "its header promises 7840 values and there are");
    }

    @Test
    void anUnknownKeyInAnExperiment(FxRobot robot) throws Exception {
        Path file = Files.createDirectories(folder.resolve("mine")).resolve("mine.yaml");
        Files.writeString(
                file,
                Files.readString(
                                Path.of(System.getProperty("fovea.root"))
                                        .resolve("assets/experiments/fashion-mnist.yaml"))
                        .replace("optimizer:", "optimiser:"));
        robot.clickOn("#rail-runs");
        robot.interact(() -> runs.edit(file));
        shows(robot, "未知的键“optimiser”");
        shows(robot, "是否想写“optimizer”？已知的有：name, seed");
        shows(robot, "mine.yaml:");
    }

    @Test
    void aDeviceThatIsNotThere(FxRobot robot) throws Exception {
        robot.interact(
                () ->
                        tools.workplace()
                                .backends()
                                .choose(new Backend("torch", new Device("cuda:7", "GPU 7"))));
        robot.clickOn("#rail-runs");
        RoomBench.waitUntil(() -> robot.lookup("#runs-create").tryQuery().isPresent());
        robot.clickOn("#runs-create");
        RoomBench.waitUntil(
                () ->
                        robot.lookup("#runs-train")
                                .tryQuery()
                                .filter(node -> !node.isDisabled())
                                .isPresent());
        robot.clickOn("#runs-train");
        shows(robot, "进程在训练开始之前就结束了");
        shows(robot, "--device cuda:7：torch 找不到这个设备；请从 cpu 中选择；使用 CUDA 需要");

        robot.interact(() -> tools.texts().speak(Language.ENGLISH));
        shows(robot, "--device cuda:7: torch finds no such device; choose one of cpu; CUDA needs");
    }

    private static void shows(FxRobot robot, String words) throws TimeoutException {
        RoomBench.waitUntil(
                () ->
                        robot.lookup(".label").queryAllAs(Labeled.class).stream()
                                .anyMatch(label -> label.getText().contains(words)));
    }
}
