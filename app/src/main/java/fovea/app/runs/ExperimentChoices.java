package fovea.app.runs;

import fovea.app.frame.Workplace;
import fovea.problem.InvalidInputException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The ready experiments that come with the product.
final class ExperimentChoices {
    private ExperimentChoices() {}

    /// By name; none if their folder is missing.
    static List<Path> ready(Workplace workplace) {
        Path folder = workplace.asset("experiments");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw InvalidInputException.unreadable(folder, e);
        }
    }

    /// A file's name without its end.
    static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    }
}
