package fovea.app.data;

import fovea.app.frame.Workplace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The datasets that come with Fovea.
final class Samples {
    private Samples() {}

    /// Their folders, by name; none where Fovea's folder lacks them.
    static List<Path> in(Workplace workplace) {
        try (Stream<Path> folders = Files.list(workplace.asset("data"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
