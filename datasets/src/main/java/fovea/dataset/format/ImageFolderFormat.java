package fovea.dataset.format;

import fovea.dataset.Dataset;
import fovea.dataset.DatasetParts;
import fovea.image.ImageFile;
import fovea.problem.InvalidInputException;
import fovea.problem.Problem;
import fovea.sample.ClassList;
import fovea.sample.ImageLabel;
import fovea.sample.Sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A folder for each class, with that class's images in it at any depth; classes are numbered by
/// the sorted names of their folders. Above them there may be folders for the parts (`train`,
/// `val`, `test`, …), which then share one class list. Files that cannot be read and classes
/// without any image are left out and reported.
final class ImageFolderFormat {
    static final String LOOKED_FOR =
            "a folder of images for each class, perhaps below train, validation and test";

    private ImageFolderFormat() {}

    static boolean matches(Path folder) {
        return !Folders.folders(folder).isEmpty();
    }

    /// Whether the folders at the top are parts: one is for training and has folders itself.
    static boolean hasParts(Path folder) {
        return Folders.folders(folder).stream()
                .anyMatch(
                        part ->
                                Parts.shown(Folders.name(part)).equals("train")
                                        && !Folders.folders(part).isEmpty());
    }

    static DatasetParts open(Path folder) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Path> folders =
                hasParts(folder) ? parts(folder, problems) : Map.of(DatasetParts.ALL, folder);
        Map<String, Map<String, List<Path>>> images = new TreeMap<>();
        Map<String, List<Problem>> partProblems = new HashMap<>();
        folders.forEach(
                (name, part) -> {
                    List<Problem> found = new ArrayList<>(problems);
                    images.put(name, imagesByClass(part, found));
                    partProblems.put(name, found);
                });
        List<String> names =
                images.values().stream()
                        .flatMap(classes -> classes.keySet().stream())
                        .distinct()
                        .sorted()
                        .toList();
        requireSome(folder, names, partProblems);
        Map<String, Dataset> parts = new HashMap<>();
        images.forEach(
                (name, classes) -> {
                    List<Sample> samples = new ArrayList<>();
                    classes.forEach(
                            (className, files) -> {
                                ImageLabel label = ImageLabel.of(names.indexOf(className));
                                files.forEach(file -> samples.add(sample(folder, file, label)));
                            });
                    List<Problem> found = partProblems.getOrDefault(name, List.of());
                    String full = Folders.name(folder) + "/" + name;
                    parts.put(name, new ListedDataset(full, new ClassList(names), samples, found));
                });
        return Parts.ordered(parts);
    }

    private static Sample sample(Path folder, Path file, ImageLabel label) {
        return Sample.of(Folders.below(folder, file), new ImageFile(file), label);
    }

    private static Map<String, Path> parts(Path folder, List<Problem> problems) {
        Map<String, Path> parts = new LinkedHashMap<>();
        for (Path part : Folders.folders(folder)) {
            String name = Parts.shown(Folders.name(part));
            if (!Parts.isPart(Folders.name(part))) {
                problems.add(
                        new Problem(
                                part.toString(),
                                "the folder lies beside train but is none of the parts",
                                "move or rename it if it should be read"));
            } else if (parts.containsKey(name)) {
                throw InvalidInputException.of(
                        part.toString(),
                        "there are two folders for the part " + name,
                        "put them together");
            } else {
                parts.put(name, part);
            }
        }
        return parts;
    }

    /// The readable images of each class that has any, by the name of the class.
    private static Map<String, List<Path>> imagesByClass(Path part, List<Problem> problems) {
        Map<String, List<Path>> classes = new TreeMap<>();
        for (Path folder : Folders.folders(part)) {
            ImageTree tree = ImageTree.below(folder);
            problems.addAll(tree.problems());
            if (tree.images().isEmpty()) {
                problems.add(
                        new Problem(
                                folder.toString(),
                                "the class has no image that can be read",
                                "add images or remove the folder"));
            } else {
                classes.put(Folders.name(folder), tree.images());
            }
        }
        return classes;
    }

    private static void requireSome(
            Path folder, List<String> classes, Map<String, List<Problem>> problems) {
        if (classes.isEmpty()) {
            List<Problem> all = new ArrayList<>();
            all.add(
                    new Problem(
                            folder.toString(),
                            "there is no readable image in its class folders",
                            "it should hold " + LOOKED_FOR));
            problems.values().forEach(all::addAll);
            throw new InvalidInputException(all.stream().distinct().limit(10).toList());
        }
    }
}
