package fovea.app.cli;

import fovea.deployment.ModelFile;
import fovea.deployment.Predictor;
import fovea.engine.Device;
import fovea.engine.Engine;
import fovea.experiment.Catalog;
import fovea.plugin.Plugins;
import fovea.run.RunPredictor;
import fovea.run.RunStore;
import fovea.run.TrainedNet;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// The options that say which net is used, and what computes it.
final class NetChoice {
    private static final String CHECKPOINT = ".safetensors";

    @Option(
            names = "--runs",
            paramLabel = "DIR",
            description = "Where runs are found by name (./runs)")
    private Path runs = Home.runs();

    @Mixin private final DeviceChoice device = new DeviceChoice();

    /// Opens what a user names: a model file, a checkpoint, or a run's folder or name.
    Predictor open(String name, Plugins plugins) {
        Path file = Path.of(name);
        Catalog catalog = Catalog.of(plugins.all());
        if (ModelFile.recognises(file)) {
            return ModelFile.open(file, catalog, device.named().orElse(Device.CPU));
        }
        TrainedNet net = trained(name, catalog);
        Engine engine = device.engine(plugins);
        return RunPredictor.open(net, engine, device.device(engine));
    }

    /// What a run or a checkpoint has learnt.
    TrainedNet trained(String name, Catalog catalog) {
        Path file = Path.of(name);
        return Files.isRegularFile(file) || name.toLowerCase(Locale.ROOT).endsWith(CHECKPOINT)
                ? TrainedNet.of(file, catalog)
                : TrainedNet.of(new RunStore(runs).find(name), catalog);
    }

    /// How the engine is called.
    String engineName() {
        return device.engineName();
    }

    /// What runs a net that was trained.
    Engine engine(Plugins plugins) {
        return device.engine(plugins);
    }
}
