package fovea.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where the product's own files are.
final class Home {
    private Home() {}

    /// The folder that holds `assets`: what the start script says, else the working directory.
    static Path path() {
        return Path.of(System.getProperty("fovea.home", System.getProperty("fovea.root", ".")))
                .toAbsolutePath()
                .normalize();
    }

    static Path experiments() {
        return path().resolve("assets").resolve("experiments");
    }

    /// Runs are kept in the working directory, where the user is.
    static Path runs() {
        return Path.of("runs");
    }

    /// An experiment by its file, or by the name of a ready one.
    static Path experiment(String fileOrName) {
        Path ready = experiments().resolve(fileOrName + ".yaml");
        Path given = Path.of(fileOrName);
        return !Files.exists(given) && Files.exists(ready) ? ready : given;
    }
}
