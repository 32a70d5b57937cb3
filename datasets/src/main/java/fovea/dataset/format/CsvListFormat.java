package fovea.dataset.format;

import fovea.dataset.Dataset;
import fovea.dataset.DatasetParts;
import fovea.problem.InvalidInputException;
import fovea.problem.Problem;
import fovea.sample.ClassList;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Lists of images with their labels: a CSV file with the columns `image` and `label`, several
/// labels separated by `;`, paths relative to the file and not out of its folder. A folder may hold
/// one for each part (`train.csv`, `validation.csv`, `test.csv`). Classes are those of
/// `classes.txt` beside it, otherwise the sorted labels. Lines that cannot be used are left out and
/// reported.
final class CsvListFormat {
    static final String LOOKED_FOR =
            "lists such as train.csv or labels.csv with the columns image,label";

    private static final String SINGLE = "labels.csv";
    private static final String EXTENSION = ".csv";

    private CsvListFormat() {}

    static boolean isList(Path file) {
        return Folders.name(file).toLowerCase(Locale.ROOT).endsWith(EXTENSION);
    }

    static boolean matches(Path folder) {
        return !lists(folder).isEmpty();
    }

    static DatasetParts open(Path path) {
        return Files.isDirectory(path)
                ? read(path, lists(path))
                : read(Folders.around(path), Map.of(DatasetParts.ALL, path));
    }

    private static Map<String, Path> lists(Path folder) {
        Map<String, Path> lists = new LinkedHashMap<>();
        for (Path file : Folders.list(folder)) {
            String name = Folders.name(file);
            String part = isList(file) ? name.substring(0, name.length() - 4) : "";
            if (name.equals(SINGLE)) {
                lists.put(DatasetParts.ALL, file);
            } else if (Parts.isPart(part)) {
                lists.put(Parts.shown(part), file);
            }
        }
        return lists;
    }

    private static DatasetParts read(Path folder, Map<String, Path> lists) {
        Map<String, CsvList> read = new LinkedHashMap<>();
        lists.forEach((name, file) -> read.put(name, CsvList.read(file)));
        ClassList classes = ClassNames.beside(folder).orElseGet(() -> occurring(folder, read));
        Map<String, Dataset> parts = new HashMap<>();
        read.forEach(
                (name, list) ->
                        parts.put(name, list.dataset(Folders.name(folder) + "/" + name, classes)));
        return Parts.ordered(parts);
    }

    private static ClassList occurring(Path folder, Map<String, CsvList> lists) {
        List<String> names = new ArrayList<>();
        for (CsvList list : lists.values()) {
            list.entries().forEach(entry -> names.addAll(entry.labels()));
        }
        List<String> distinct = names.stream().distinct().toList();
        if (distinct.isEmpty()) {
            List<Problem> problems = new ArrayList<>();
            problems.addAll(
                    InvalidInputException.of(
                                    folder.toString(),
                                    "no line of its lists names an image and a label",
                                    "write lines such as images/one.png,cat")
                            .problems());
            lists.values().forEach(list -> problems.addAll(list.problems()));
            throw new InvalidInputException(problems.stream().limit(10).toList());
        }
        boolean numbers = distinct.stream().allMatch(name -> name.matches("\\d{1,9}"));
        Comparator<String> order =
                numbers
                        ? Comparator.comparingInt(Integer::parseInt)
                        : Comparator.<String>naturalOrder();
        return new ClassList(distinct.stream().sorted(order).toList());
    }
}
