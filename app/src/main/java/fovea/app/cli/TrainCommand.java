package fovea.app.cli;

import fovea.engine.Engine;
import fovea.experiment.Catalog;
import fovea.plugin.Plugins;
import fovea.problem.InvalidInputException;
import fovea.run.Launcher;
import fovea.run.OpenRun;
import fovea.run.RunFolder;
import fovea.run.RunStore;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `fovea train`: trains an experiment, or goes on with a run.
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Train an experiment, or go on with a run that was stopped")
final class TrainCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "EXPERIMENT",
            description = "A YAML file, or the name of a ready one such as fashion-mnist")
    private Optional<String> experiment = Optional.empty();

    @Option(
            names = "--runs",
            paramLabel = "DIR",
            description = "Make the run's folder in here (./runs)")
    private Path runs = Home.runs();

    @Option(names = "--run", paramLabel = "DIR", description = "Make exactly this folder")
    private Optional<Path> run = Optional.empty();

    @Option(
            names = "--resume",
            paramLabel = "RUN",
            description = "Go on with this run from its last checkpoint, as if never stopped")
    private Optional<String> resume = Optional.empty();

    @Mixin private final ExperimentChoice choice = new ExperimentChoice();
    @Mixin private final DeviceChoice device = new DeviceChoice();
    @Mixin private final Output output = new Output();

    @Override
    public Integer call() {
        require(
                experiment.isPresent() != resume.isPresent(),
                experiment.isPresent()
                        ? "an EXPERIMENT begins a run and --resume RUN goes on with one"
                        : "nothing says what to train",
                "give either an EXPERIMENT or --resume RUN");
        require(
                resume.isEmpty() || (!choice.changes() && run.isEmpty()),
                "--resume goes on with the run's own experiment and folder",
                "leave out --set and --run");
        run.ifPresent(
                folder ->
                        require(
                                folder.toAbsolutePath().normalize().getFileName() != null
                                        && !folder.toString().isBlank(),
                                "--run names no folder of its own",
                                "name a new folder, such as runs/mine"));
        Plugins plugins = Plugins.discover();
        Catalog catalog = Catalog.of(plugins.all());
        try (OpenRun open = open(plugins, catalog)) {
            return new Training(output, catalog).toTheEnd(open);
        }
    }

    private OpenRun open(Plugins plugins, Catalog catalog) {
        if (resume.isPresent()) {
            RunFolder folder = new RunStore(runs).find(resume.get());
            return launcher(plugins, catalog).resume(folder);
        }
        var read = choice.read(experiment.orElseThrow(), catalog);
        Launcher launcher = launcher(plugins, catalog);
        return run.isPresent()
                ? launcher.start(read, new RunFolder(run.get()))
                : launcher.start(read, new RunStore(runs));
    }

    private Launcher launcher(Plugins plugins, Catalog catalog) {
        Engine engine = device.engine(plugins);
        return new Launcher(catalog, engine, device.device(engine));
    }

    private static void require(boolean condition, String cause, String cure) {
        if (!condition) {
            throw InvalidInputException.of("train", cause, cure);
        }
    }
}
