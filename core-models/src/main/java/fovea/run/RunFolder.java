package fovea.run;

import fovea.checkpoint.CheckpointFolder;

import java.nio.file.Path;

/// The files of a run.
public record RunFolder(Path root) {
    /// How people call the run.
    public String name() {
        return root.toAbsolutePath().normalize().getFileName().toString();
    }

    /// The resolved experiment.
    public Path experiment() {
        return root.resolve("experiment.yaml");
    }

    /// Versions, machine, device, command.
    public Path environment() {
        return root.resolve("environment.json");
    }

    /// One [fovea.training.TrainEvent] a line, as JSON with the event's name under `event`; the
    /// last line may be torn while a run writes. A resumed run first drops what happened after its
    /// checkpoint; follow it with [EventReader].
    public Path events() {
        return root.resolve("events.jsonl");
    }

    /// What a list of runs shows, so that it need not read the events.
    public Path summary() {
        return root.resolve("summary.json");
    }

    /// The process that trains into the folder; gone when it has ended in good order.
    public Path owner() {
        return root.resolve("run.owner");
    }

    /// Locked while a process trains into the folder.
    public Path lock() {
        return root.resolve("run.lock");
    }

    /// Its appearance asks the run to stop after the current step.
    public Path stopRequest() {
        return root.resolve("stop");
    }

    public CheckpointFolder checkpoints() {
        return new CheckpointFolder(root.resolve("checkpoints"));
    }

    /// What is needed to go on.
    public Path lastCheckpoint() {
        return checkpoints().last();
    }

    public Path bestCheckpoint() {
        return checkpoints().best();
    }

    public Path epochCheckpoint(int epoch) {
        return checkpoints().epoch(epoch);
    }

    /// Validation predictions of an epoch: CSV `image,label,<one score column per class>`, labels
    /// and columns by class name.
    public Path predictions(int epoch) {
        return root.resolve("predictions").resolve("epoch-%04d.csv".formatted(epoch));
    }

    public Path report() {
        return root.resolve("report.html");
    }

    /// What the child process printed, when the window started it.
    public Path log() {
        return root.resolve("log.txt");
    }
}
