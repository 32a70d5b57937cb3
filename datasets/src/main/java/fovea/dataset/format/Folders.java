package fovea.dataset.format;

import fovea.problem.InvalidInputException;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Listing of folders, in an order that is the same on every system.
final class Folders {
    private Folders() {}

    static String name(Path path) {
        Path last = path.toAbsolutePath().normalize().getFileName();
        return last == null ? path.toString() : last.toString();
    }

    static boolean hidden(Path path) {
        return name(path).startsWith(".");
    }

    /// The folder a file lies in.
    static Path around(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        return parent == null ? absolute : parent;
    }

    /// Everything in a folder, by name.
    static List<Path> list(Path folder) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (IOException e) {
            throw InvalidInputException.unreadable(folder, e);
        } catch (DirectoryIteratorException e) {
            throw InvalidInputException.unreadable(folder, new IOException(e));
        }
        entries.sort(Comparator.comparing(Folders::name));
        return entries;
    }

    /// The folders in a folder, without hidden ones.
    static List<Path> folders(Path folder) {
        return list(folder).stream()
                .filter(path -> Files.isDirectory(path) && !hidden(path))
                .toList();
    }

    /// A path below a folder as text with slashes, on every system.
    static String below(Path folder, Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }
}
