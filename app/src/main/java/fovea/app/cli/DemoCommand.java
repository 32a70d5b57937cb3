package fovea.app.cli;

import fovea.engine.Engine;
import fovea.experiment.Catalog;
import fovea.plugin.Plugins;
import fovea.problem.FileFailure;
import fovea.run.Launcher;
import fovea.run.OpenRun;
import fovea.run.RunStore;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/// `fovea demo`: the embedded experiment, from images to a report.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Train the embedded experiment on photographs of clothing and write a report; with"
                        + " a display the window shows it while it trains")
final class DemoCommand implements Callable<Integer> {
    private static final String EXPERIMENT = "fashion-mnist";

    @Option(
            names = "--runs",
            paramLabel = "DIR",
            description = "Make the run's folder in here (./runs)")
    private Path runs = Home.runs();

    @Option(names = "--no-window", description = "Do not open the window")
    private boolean withoutWindow;

    @Mixin private final ExperimentChoice choice = new ExperimentChoice();
    @Mixin private final DeviceChoice device = new DeviceChoice();
    @Mixin private final Output output = new Output();

    @Override
    public Integer call() {
        Plugins plugins = Plugins.discover();
        Catalog catalog = Catalog.of(plugins.all());
        Engine engine = device.engine(plugins);
        Launcher launcher = new Launcher(catalog, engine, device.device(engine));
        try (OpenRun run = launcher.start(choice.read(EXPERIMENT, catalog), new RunStore(runs))) {
            if (!withoutWindow && WindowStarter.possible()) {
                openWindow(run);
            }
            return new Training(output, catalog).toTheEnd(run);
        }
    }

    /// The run does not need its window.
    private void openWindow(OpenRun run) {
        try {
            WindowStarter.spawn(runs, run.folder());
        } catch (UncheckedIOException e) {
            String reason = FileFailure.reason(e);
            output.err().println("warning: the window cannot be opened (" + reason + ")");
        }
    }
}
