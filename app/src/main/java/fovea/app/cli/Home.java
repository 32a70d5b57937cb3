package fovea.app.cli;

import fovea.problem.InvalidInputException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Where the product's own files are.
final class Home {
    private static final String YAML = ".yaml";

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
    ///
    /// @throws InvalidInputException if there is neither
    static Path experiment(String fileOrName) {
        Path given = Path.of(fileOrName);
        Path ready = experiments().resolve(fileOrName + YAML);
        if (fileOrName.isBlank() || !Files.isRegularFile(given)) {
            if (Files.exists(given) && !fileOrName.isBlank() && !Files.exists(ready)) {
                return given;
            }
            if (!Files.exists(ready)) {
                throw InvalidInputException.of(
                        fileOrName.isBlank() ? "EXPERIMENT" : fileOrName,
                        "there is no such file and no ready experiment of this name",
                        "check the path, or choose one of " + String.join(", ", ready()));
            }
            return ready;
        }
        return given;
    }

    private static List<String> ready() {
        try (Stream<Path> files = Files.list(experiments())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(YAML))
                    .map(name -> name.substring(0, name.length() - YAML.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
