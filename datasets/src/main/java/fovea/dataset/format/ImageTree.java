package fovea.dataset.format;

import fovea.image.ImageDecoder;
import fovea.image.ImageFormat;
import fovea.problem.InvalidInputException;
import fovea.problem.Problem;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// The image files below a folder whose headers can be read; the others as problems.
record ImageTree(List<Path> images, List<Problem> problems) {
    private static final int DEEPEST = 32;

    /// Follows links, but not in circles.
    ///
    /// @throws InvalidInputException if the folder itself cannot be read
    static ImageTree below(Path folder) {
        Collector collector = new Collector(folder);
        try {
            Files.walkFileTree(
                    folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, collector);
        } catch (IOException e) {
            throw InvalidInputException.unreadable(folder, e);
        }
        List<Path> images = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(collector.problems);
        for (Path file : collector.named.stream().sorted().toList()) {
            try {
                ImageDecoder.probe(file);
                images.add(file);
            } catch (InvalidInputException e) {
                problems.addAll(e.problems());
            }
        }
        return new ImageTree(images, problems);
    }

    private static final class Collector extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<Path> named = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        Collector(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return Folders.hidden(folder) && !folder.equals(root)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (ImageFormat.namedAsImage(file)) {
                named.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
            if (path.equals(root)) {
                throw failure;
            }
            problems.addAll(InvalidInputException.unreadable(path, failure).problems());
            return FileVisitResult.CONTINUE;
        }
    }
}
