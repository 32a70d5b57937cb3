package fovea.dataset.format;

import fovea.problem.InvalidInputException;
import fovea.sample.ClassList;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A file of class names such as `classes.txt` beside the data: one a line, in the order of their
/// indices.
public final class ClassNames {
    static final String FILE = "classes.txt";
    static final String BYTE_ORDER_MARK = "\uFEFF";

    private ClassNames() {}

    static Optional<ClassList> beside(Path folder) {
        Path file = folder.resolve(FILE);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /// @throws InvalidInputException if it cannot be read, or names no class or one twice
    public static ClassList read(Path file) {
        List<String> names;
        try {
            names =
                    Files.readAllLines(file).stream()
                            .map(line -> line.replace(BYTE_ORDER_MARK, "").strip())
                            .filter(line -> !line.isEmpty())
                            .toList();
        } catch (MalformedInputException e) {
            throw InvalidInputException.of(
                    file.toString(), "it is not text in UTF-8", "save it in UTF-8");
        } catch (IOException e) {
            throw InvalidInputException.unreadable(file, e);
        }
        if (names.isEmpty()) {
            throw InvalidInputException.of(
                    file.toString(), "it names no class", "write one class name a line");
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw InvalidInputException.of(
                        file.toString(),
                        "class '" + name + "' is there twice",
                        "give each class a name of its own");
            }
        }
        return new ClassList(names);
    }
}
