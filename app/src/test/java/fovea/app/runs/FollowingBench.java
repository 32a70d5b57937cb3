package fovea.app.runs;

import com.sun.management.OperatingSystemMXBean;

import fovea.app.frame.Backend;
import fovea.app.settings.Settings;
import fovea.app.window.WindowOptions;
import fovea.app.window.Workbench;
import fovea.run.EventLog;
import fovea.run.EventReader;
import fovea.run.RunFolder;
import fovea.training.TrainEvent;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// Measures what following a run in the window costs, in CPU time: replays a finished run into a
/// new one at 20 updates a second and prints, room by room, milliseconds of CPU a second. Run by
/// hand, with the folder of the finished run and, if wanted, the seconds of warm-up.
final class FollowingBench {
    private static final int MILLIS_BETWEEN_STEPS = 50;
    private static final int SECONDS = 20;

    private final Replay replay;
    private final Scene scene;
    private final AtomicInteger frames = new AtomicInteger();
    private double frameMillis;

    private FollowingBench(Replay replay, Scene scene) {
        this.replay = replay;
        this.scene = scene;
        scene.addPostLayoutPulseListener(frames::incrementAndGet);
    }

    public static void main(String[] words) throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Path folder = Files.createTempDirectory("following");
        Replay replay = new Replay(new RunFolder(Path.of(words[0])));
        Workbench workbench = inWindow(() -> open(folder, replay));
        FollowingBench bench = inWindow(() -> new FollowingBench(replay, show(workbench)));
        bench.train();
        Thread.sleep(1000L * (words.length > 1 ? Integer.parseInt(words[1]) : 60));
        bench.measureFrame();
        for (int i = 0; i < 3; i++) {
            bench.measure("Runs");
        }
        bench.click("runs-tab-log");
        bench.measure("Runs, log");
        bench.click("runs-tab-charts");
        bench.click("rail-data");
        bench.measure("Data");
        bench.click("rail-errors");
        bench.measure("Errors");
        Platform.exit();
        System.exit(0);
    }

    private static Workbench open(Path folder, TrainerProcess trainer) {
        Settings settings = Settings.in(folder.resolve("settings"));
        settings.put("window/room", "runs");
        settings.put("window/language", "ENGLISH");
        return Workbench.create(
                new WindowOptions(
                        Path.of(System.getProperty("fovea.root", ".")),
                        folder.resolve("runs"),
                        Optional.empty(),
                        Optional.empty(),
                        () -> List.of(Backend.USUAL_ON_CPU)),
                settings,
                trainer);
    }

    private static Scene show(Workbench workbench) {
        Stage stage = new Stage();
        stage.setScene(new Scene(workbench.frame().root(), 1000, 700));
        stage.show();
        return stage.getScene();
    }

    private void train() throws Exception {
        click("runs-create");
        while (inWindow(() -> scene.lookup("#runs-train").isDisabled())) {
            Thread.sleep(100);
        }
        click("runs-train");
        while (replay.thread.isEmpty()) {
            Thread.sleep(100);
        }
    }

    private void click(String id) throws Exception {
        while (inWindow(() -> scene.lookup("#" + id) == null)) {
            Thread.sleep(100);
        }
        inWindow(
                () -> {
                    ButtonBase button = (ButtonBase) scene.lookup("#" + id);
                    if (!(button instanceof ToggleButton toggle) || !toggle.isSelected()) {
                        button.fire();
                    }
                    return button;
                });
    }

    /// What a frame costs in which nothing but one pixel changes: mostly the headless screen's copy
    /// of the whole window, which other screens do not make.
    private void measureFrame() throws Exception {
        Rectangle pixel = new Rectangle(1, 1);
        AnimationTimer blink =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        pixel.setFill(frames.get() % 2 == 0 ? Color.GRAY : Color.SILVER);
                    }
                };
        inWindow(() -> ((StackPane) scene.getRoot()).getChildren().add(pixel));
        inWindow(
                () -> {
                    blink.start();
                    return blink;
                });
        Cost before = Cost.now(frames.get());
        Thread.sleep(5000);
        Cost after = Cost.now(frames.get());
        inWindow(
                () -> {
                    blink.stop();
                    return ((StackPane) scene.getRoot()).getChildren().remove(pixel);
                });
        frameMillis = after.since(before, "JavaFX") / (after.frames() - before.frames());
        System.out.printf(Locale.ROOT, "a frame that changes one pixel: %.2f ms%n", frameMillis);
    }

    private void measure(String what) throws Exception {
        Thread.sleep(4000);
        Cost before = Cost.now(frames.get());
        Thread.sleep(1000L * SECONDS);
        Cost after = Cost.now(frames.get());
        double ours = after.process() - before.process() - after.since(before, "replay");
        double fx = after.since(before, "JavaFX");
        double java = after.since(before, "");
        double copies = (after.frames() - before.frames()) * frameMillis;
        System.out.printf(
                Locale.ROOT,
                "%-10s %5.1f ms/s (window thread %.1f, of it empty frames %.1f; painting %.1f;"
                        + " charts %.1f; the headless screen's clock %.1f; other threads %.1f;"
                        + " compiler and collector %.1f), %.1f frames/s%n",
                what,
                ours / SECONDS,
                fx / SECONDS,
                copies / SECONDS,
                after.since(before, "Quantum") / SECONDS,
                after.since(before, "charts") / SECONDS,
                after.since(before, "Headless") / SECONDS,
                (java
                                - fx
                                - after.since(before, "Quantum")
                                - after.since(before, "charts")
                                - after.since(before, "Headless")
                                - after.since(before, "replay"))
                        / SECONDS,
                (after.process() - before.process() - java) / SECONDS,
                (after.frames() - before.frames()) / (double) SECONDS);
    }

    /// Milliseconds of CPU so far.
    private record Cost(int frames, double process, Map<String, Double> threads) {
        static Cost now(int frames) {
            ThreadMXBean bean = ManagementFactory.getThreadMXBean();
            Map<String, Double> threads = new LinkedHashMap<>();
            for (ThreadInfo info : bean.getThreadInfo(bean.getAllThreadIds())) {
                if (info != null) {
                    double millis = bean.getThreadCpuTime(info.getThreadId()) / 1e6;
                    threads.put(info.getThreadName() + " " + info.getThreadId(), millis);
                }
            }
            OperatingSystemMXBean system =
                    (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return new Cost(frames, system.getProcessCpuTime() / 1e6, threads);
        }

        double since(Cost before, String name) {
            return threads.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(name))
                    .mapToDouble(
                            entry ->
                                    entry.getValue()
                                            - before.threads().getOrDefault(entry.getKey(), 0.0))
                    .sum();
        }
    }

    private static <T> T inWindow(Callable<T> work) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(
                () -> {
                    try {
                        result.complete(work.call());
                    } catch (Exception e) {
                        result.completeExceptionally(e);
                    }
                });
        return result.get();
    }

    /// Tells again what a run has told.
    private static final class Replay implements TrainerProcess {
        private final RunFolder source;
        private volatile Optional<Thread> thread = Optional.empty();

        Replay(RunFolder source) {
            this.source = source;
        }

        @Override
        public Child start(RunFolder run, Backend backend) throws IOException {
            Files.copy(source.summary(), run.summary());
            Files.createDirectories(run.predictions(1).getParent());
            Thread teller = Thread.ofPlatform().daemon().name("replay").start(() -> tell(run));
            thread = Optional.of(teller);
            return new Child() {
                @Override
                public boolean alive() {
                    return teller.isAlive();
                }

                @Override
                public void kill() {
                    teller.interrupt();
                }
            };
        }

        @Override
        public Child resume(RunFolder run, Backend backend) throws IOException {
            return start(run, backend);
        }

        private void tell(RunFolder run) {
            try (EventLog log = EventLog.append(run.events())) {
                for (TrainEvent event : EventReader.readAll(source.events())) {
                    log.on(now(event, run));
                    if (event instanceof TrainEvent.Stepped) {
                        Thread.sleep(MILLIS_BETWEEN_STEPS);
                    }
                }
            } catch (InterruptedException | IOException e) {
                System.out.println(e);
            }
        }

        private TrainEvent now(TrainEvent event, RunFolder run) throws IOException {
            Instant now = Instant.now();
            return switch (event) {
                case TrainEvent.Started e ->
                        new TrainEvent.Started(
                                now,
                                e.step(),
                                e.epoch(),
                                e.epochs(),
                                e.stepsPerEpoch(),
                                e.trainSamples(),
                                e.validationSamples(),
                                e.classes(),
                                e.device(),
                                e.parameters(),
                                e.primaryMetric());
                case TrainEvent.Stepped e ->
                        new TrainEvent.Stepped(
                                now,
                                e.step(),
                                e.epoch(),
                                e.loss(),
                                e.lr(),
                                e.imagesPerSecond(),
                                e.gradientNorm());
                case TrainEvent.Validated e -> {
                    Files.copy(
                            source.root().resolve(e.predictions()),
                            run.root().resolve(e.predictions()));
                    yield new TrainEvent.Validated(
                            now,
                            e.step(),
                            e.epoch(),
                            e.trainLoss(),
                            e.metrics(),
                            e.confusion(),
                            e.predictions(),
                            e.best());
                }
                case TrainEvent.Saved e -> e;
                case TrainEvent.Warned e -> e;
                case TrainEvent.Finished e -> e;
                case TrainEvent.Failed e -> e;
            };
        }
    }
}
