package fovea.app.cli;

import fovea.experiment.Catalog;
import fovea.experiment.Experiment;
import fovea.optimization.ScheduleDrawing;
import fovea.optimization.Schedules;
import fovea.plugin.Plugins;
import fovea.run.RunData;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.Map;
import java.util.concurrent.Callable;

/// `fovea schedule`: the learning rate over a run, before it is trained.
@Command(
        name = "schedule",
        mixinStandardHelpOptions = true,
        description = "Draw the learning rate over the run of an experiment")
final class ScheduleCommand implements Callable<Integer> {
    private static final int WIDTH = 78;
    private static final int HEIGHT = 16;

    @Parameters(paramLabel = "EXPERIMENT", description = "A YAML file, or the name of a ready one")
    private String experiment = "";

    @Mixin private final ExperimentChoice choice = new ExperimentChoice();
    @Mixin private final Output output = new Output();

    @Override
    public Integer call() {
        Experiment read = choice.read(experiment, Catalog.of(Plugins.discover().all()));
        int stepsPerEpoch = RunData.stepsPerEpoch(read);
        int epochs = read.training().epochs();
        double[] curve =
                Schedules.curve(read.schedule(), read.optimizer().lr(), stepsPerEpoch, epochs);
        if (output.json()) {
            output.json(Map.of("stepsPerEpoch", stepsPerEpoch, "epochs", epochs, "lr", curve));
        } else {
            output.line("%s: %d epochs of %d steps", read.name(), epochs, stepsPerEpoch);
            output.line("%s", ScheduleDrawing.ascii(curve, WIDTH, HEIGHT));
        }
        return FoveaCommand.OK;
    }
}
