package fovea.checkpoint;

import java.nio.file.Path;

/// How the checkpoints of a run are named.
public record CheckpointFolder(Path path) {
    /// What is needed to go on.
    public Path last() {
        return path.resolve("last.safetensors");
    }

    /// The epoch with the best primary metric.
    public Path best() {
        return path.resolve("best.safetensors");
    }

    public Path epoch(int epoch) {
        return path.resolve("epoch-%04d.safetensors".formatted(epoch));
    }
}
