package fovea.dataset.format;

import fovea.dataset.Dataset;
import fovea.dataset.DatasetParts;
import fovea.problem.InvalidInputException;
import fovea.sample.ClassList;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The form of MNIST and its relatives: a folder with `PART-images-idx3-ubyte` and
/// `PART-labels-idx1-ubyte`, plain or `.gz`, for each part; `t10k` is the test part. Class names
/// come from `classes.txt` beside them, otherwise they are the digits that occur.
final class IdxFormat {
    static final String LOOKED_FOR =
            "IDX files such as train-images-idx3-ubyte.gz and train-labels-idx1-ubyte.gz";

    private static final Pattern IMAGES =
            Pattern.compile("(?<part>.+)-images[-.]idx3-ubyte(\\.gz)?");
    private static final String LABELS = "%s-labels%sidx1-ubyte%s";

    private IdxFormat() {}

    static boolean matches(Path folder) {
        return Folders.list(folder).stream()
                .anyMatch(file -> IMAGES.matcher(Folders.name(file)).matches());
    }

    private record Part(IdxFile images, IdxFile labels, Path labelFile) {}

    static DatasetParts open(Path folder) {
        Map<String, Part> read = new LinkedHashMap<>();
        for (Path file : Folders.list(folder)) {
            Matcher matcher = IMAGES.matcher(Folders.name(file));
            if (matcher.matches()) {
                // Plain files come before their .gz twins and win.
                String part = matcher.group("part");
                if (!read.containsKey(Parts.shown(part))) {
                    read.put(Parts.shown(part), read(file, labels(folder, part)));
                }
            }
        }
        ClassList classes = ClassNames.beside(folder).orElseGet(() -> digits(read));
        Map<String, Dataset> parts = new HashMap<>();
        read.forEach(
                (name, part) -> {
                    requireKnown(part, classes);
                    String full = Folders.name(folder) + "/" + name;
                    parts.put(name, new IdxDataset(full, classes, part.images, part.labels));
                });
        return Parts.ordered(parts);
    }

    private static Path labels(Path folder, String part) {
        List<Path> candidates =
                List.of(
                        folder.resolve(LABELS.formatted(part, "-", "")),
                        folder.resolve(LABELS.formatted(part, "-", ".gz")),
                        folder.resolve(LABELS.formatted(part, ".", "")),
                        folder.resolve(LABELS.formatted(part, ".", ".gz")));
        return candidates.stream()
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(
                        () ->
                                InvalidInputException.of(
                                        folder.toString(),
                                        "the images of " + part + " have no label file",
                                        "add " + candidates.getFirst().getFileName()));
    }

    private static Part read(Path imageFile, Path labelFile) {
        IdxFile images = IdxFile.read(imageFile, 3);
        IdxFile labels = IdxFile.read(labelFile, 1);
        int count = images.sizes().getFirst();
        if (labels.values().length != count) {
            throw InvalidInputException.of(
                    labelFile.toString(),
                    "it has %d labels for the %d images of %s"
                            .formatted(labels.values().length, count, imageFile.getFileName()),
                    "use the two files that belong together");
        }
        if (images.values().length == 0) {
            throw InvalidInputException.of(
                    imageFile.toString(), "it holds no image", "use a file with images");
        }
        return new Part(images, labels, labelFile);
    }

    private static ClassList digits(Map<String, Part> parts) {
        int max = 0;
        for (Part part : parts.values()) {
            for (byte label : part.labels.values()) {
                max = Math.max(max, label & 0xFF);
            }
        }
        return new ClassList(IntStream.rangeClosed(0, max).mapToObj(Integer::toString).toList());
    }

    private static void requireKnown(Part part, ClassList classes) {
        byte[] labels = part.labels.values();
        for (int i = 0; i < labels.length; i++) {
            int label = labels[i] & 0xFF;
            if (label >= classes.size()) {
                throw InvalidInputException.of(
                        part.labelFile.toString(),
                        "label %d, of sample %d, is above the last class, %d (%s)"
                                .formatted(
                                        label,
                                        i,
                                        classes.size() - 1,
                                        classes.name(classes.size() - 1)),
                        "add the missing names to " + ClassNames.FILE);
            }
        }
    }
}
