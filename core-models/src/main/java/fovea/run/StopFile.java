package fovea.run;

import fovea.training.Cancellation;

import java.nio.file.Files;
import java.nio.file.Path;

/// A request to stop made by another process: a file that appears.
record StopFile(Path file) implements Cancellation {
    @Override
    public boolean requested() {
        return Files.exists(file);
    }
}
