package fovea.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files of the repository, without what builds make.
public final class Repository {
    public static final Path ROOT = Path.of(System.getProperty("fovea.root", "."));

    private Repository() {}

    /// Files whose name ends so, below the folders that hold sources and documents.
    public static List<Path> files(String suffix) {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(suffix))
                    .filter(file -> !generated(ROOT.relativize(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean generated(Path file) {
        for (Path part : file) {
            if (part.toString().equals("target") || part.toString().equals(".git")) {

                return true;
            }
        }
        return false;
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
