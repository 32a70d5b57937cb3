package fovea.run;

import java.nio.file.Path;

/// The files of a run.
public record RunFolder(Path root) {
    /// The resolved experiment.
    public Path experiment() {
        return root.resolve("experiment.yaml");
    }

    /// Versions, machine, device, command.
    public Path environment() {
        return root.resolve("environment.json");
    }

    /// One [fovea.training.TrainEvent] a line, as JSON with the event's name under `event`; the
    /// last line may be torn while a run writes.
    public Path events() {
        return root.resolve("events.jsonl");
    }

    /// Locked while a process trains into the folder.
    public Path lock() {
        return root.resolve("run.lock");
    }

    /// Its appearance asks the run to stop after the current step.
    public Path stopRequest() {
        return root.resolve("stop");
    }

    /// What is needed to go on.
    public Path lastCheckpoint() {
        return root.resolve("checkpoints").resolve("last.safetensors");
    }

    public Path bestCheckpoint() {
        return root.resolve("checkpoints").resolve("best.safetensors");
    }

    public Path epochCheckpoint(int epoch) {
        return root.resolve("checkpoints").resolve("epoch-%04d.safetensors".formatted(epoch));
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
