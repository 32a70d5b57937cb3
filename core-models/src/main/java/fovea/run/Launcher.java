package fovea.run;

import fovea.checkpoint.AtomicFile;
import fovea.checkpoint.Checkpoint;
import fovea.engine.Device;
import fovea.engine.Engine;
import fovea.engine.EngineException;
import fovea.experiment.Catalog;
import fovea.experiment.Experiment;
import fovea.experiment.ExperimentReader;
import fovea.experiment.ExperimentWriter;
import fovea.problem.InvalidInputException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Makes runs of experiments: opens the data, builds the net, prepares the folder.
///
/// @param catalog what experiments can name
public record Launcher(Catalog catalog, Engine engine, Device device) {
    /// Opens a new run in a folder of its own.
    ///
    /// @param experiment with an absolute data source
    /// @throws InvalidInputException if the data cannot be used; no folder is made then
    /// @throws EngineException if the engine cannot train the net there; no folder is made then
    public OpenRun start(Experiment experiment, RunStore store) {
        return begin(experiment, () -> store.create(experiment.name()));
    }

    /// Opens a new run in a given folder that holds none.
    ///
    /// @param experiment with an absolute data source
    /// @throws InvalidInputException if the data cannot be used or the folder holds a run
    /// @throws EngineException if the engine cannot train the net there
    public OpenRun start(Experiment experiment, RunFolder folder) {
        requireUnused(folder);
        return begin(experiment, () -> folder);
    }

    private static void requireUnused(RunFolder folder) {
        if (Stream.of(folder.events(), folder.lastCheckpoint(), folder.bestCheckpoint())
                .anyMatch(Files::exists)) {
            throw InvalidInputException.of(
                    folder.root().toString(),
                    "there already is a run in this folder",
                    "resume it, or name another folder");
        }
    }

    private OpenRun begin(Experiment experiment, Supplier<RunFolder> folder) {
        return closingOnFailure(
                resources -> {
                    Preparation net =
                            Preparation.open(
                                    experiment,
                                    machine(),
                                    experiment.training().start(),
                                    resources);
                    RunFolder run = folder.get();
                    resources.onClose(() -> removeIfUnused(run));
                    lock(run, resources);
                    // another run may have come and gone while the data was opened
                    requireUnused(run);
                    byte[] text =
                            ExperimentWriter.format(experiment).getBytes(StandardCharsets.UTF_8);
                    AtomicFile.write(run.experiment(), out -> out.write(ByteBuffer.wrap(text)));
                    return open(net, run, Optional.empty(), resources);
                });
    }

    /// A folder in which nothing could be written is no run.
    private static void removeIfUnused(RunFolder run) {
        try (Stream<Path> files = Files.list(run.root())) {
            if (files.allMatch(run.lock()::equals)) {
                Files.deleteIfExists(run.lock());
                Files.delete(run.root());
            }
        } catch (IOException e) {
            return;
        }
    }

    /// Opens a run to go on from its last checkpoint, or from the beginning if it has none yet.
    ///
    /// @throws InvalidInputException if another process trains into it, or its experiment, data or
    ///   checkpoint cannot be used
    /// @throws EngineException if the engine cannot train the net there
    public OpenRun resume(RunFolder run) {
        if (RunStore.summary(run).state() == RunState.IMPORTED) {
            throw InvalidInputException.of(
                    run.root().toString(),
                    "an imported net was not trained here, so there is nothing to go on with",
                    "fine-tune it in a run of its own: fovea train %s --set training.start=%s"
                            .formatted(run.experiment(), run.root()));
        }
        return closingOnFailure(
                resources -> {
                    Experiment experiment =
                            ExperimentReader.read(run.experiment(), List.of(), catalog);
                    requireData(run, experiment);
                    lock(run, resources);
                    Optional<Checkpoint> from = LastCheckpoint.load(run);
                    Optional<String> start =
                            from.isPresent() ? Optional.empty() : experiment.training().start();
                    Preparation net = Preparation.open(experiment, machine(), start, resources);
                    from.ifPresent(last -> net.check(run.lastCheckpoint(), last));
                    return open(net, run, from, resources);
                });
    }

    private Preparation.Machine machine() {
        return new Preparation.Machine(engine, device);
    }

    private static void requireData(RunFolder run, Experiment experiment) {
        String source = experiment.data().source();
        if (!Files.exists(Path.of(source))) {
            throw InvalidInputException.of(
                    source,
                    "the data the run began with is no longer there",
                    "put it back, or correct data.source in " + run.experiment());
        }
    }

    /// A request to stop an earlier run must not stop this one.
    private static void lock(RunFolder run, Resources resources) {
        try {
            Files.createDirectories(run.root());
            RunLock lock = RunLock.acquire(run);
            resources.onClose(lock::close);
            Files.deleteIfExists(run.stopRequest());
        } catch (IOException e) {
            throw RunLock.unwritable(run, e);
        }
    }

    private OpenRun open(
            Preparation net, RunFolder run, Optional<Checkpoint> from, Resources resources) {
        Environment.current(engine.name(), device.label()).save(run.environment());
        return new OpenRun(run, net, net.job(run, device), from, resources);
    }

    private static OpenRun closingOnFailure(Function<Resources, OpenRun> opening) {
        Resources resources = new Resources();
        try {
            return opening.apply(resources);
        } catch (RuntimeException | Error e) {
            resources.close();
            throw e;
        }
    }
}
