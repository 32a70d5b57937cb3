package fovea.classification;

import fovea.sample.Labelling;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads `image,label` with several labels separated by `;`.
final class TruthFile {
    private static final List<String> HEADER = List.of("image", "label");

    private final CsvReader reader;
    private final Labelling labelling;
    private final Map<String, Integer> classes;
    private final Problems problems;

    /// What an image shows, and the line that says so. The classes are empty if the line is wrong.
    record Truth(int line, Optional<List<Integer>> classes) {}

    /// @param classes index by name
    TruthFile(
            CsvReader reader,
            Labelling labelling,
            Map<String, Integer> classes,
            Problems problems) {
        this.reader = reader;
        this.labelling = labelling;
        this.classes = classes;
        this.problems = problems;
    }

    /// The truth by image. An image whose row is wrong is there, too, so that it isn't also called
    /// missing.
    Map<String, Truth> read() {
        Map<String, Truth> truths = new LinkedHashMap<>();
        Optional<CsvReader.Row> header = reader.next();
        if (!header.map(CsvReader.Row::fields).equals(Optional.of(HEADER))) {
            problems.add(
                    reader.file(),
                    header.map(CsvReader.Row::line).orElse(1),
                    header.isEmpty() ? "the file is empty" : "the header is not image,label",
                    "let the first line be: image,label");
            return truths;
        }
        for (Optional<CsvReader.Row> row = reader.next(); row.isPresent(); row = reader.next()) {
            add(row.get(), truths);
        }
        if (truths.isEmpty()) {
            problems.add(reader.file(), 1, "there is no image below the header", "add the truth");
        }
        return truths;
    }

    private void add(CsvReader.Row row, Map<String, Truth> truths) {
        String image = row.fields().getFirst();
        Optional<List<Integer>> labels = Optional.empty();
        if (row.fields().size() != HEADER.size()) {
            problem(
                    row,
                    "%d fields where the header has 2".formatted(row.fields().size()),
                    "separate several labels with ; and quote names that hold a comma");
        } else if (image.isEmpty()) {
            problem(row, "the image has no name", "name it as in the predictions");
        } else {
            labels = labels(row, image);
        }
        Truth first = truths.putIfAbsent(image, new Truth(row.line(), labels));
        if (first != null && !image.isEmpty()) {
            problem(
                    row,
                    "image '%s' was already on line %d".formatted(image, first.line()),
                    "keep one of the rows");
        }
    }

    private Optional<List<Integer>> labels(CsvReader.Row row, String image) {
        List<String> names =
                Arrays.stream(row.fields().getLast().split(";"))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList();
        List<String> unknown = names.stream().filter(name -> !classes.containsKey(name)).toList();
        if (!unknown.isEmpty()) {
            problem(
                    row,
                    "the predictions have no column for class '" + unknown.getFirst() + "'",
                    "the columns are " + shortened(String.join(", ", classes.keySet())));
            return Optional.empty();
        }
        if (labelling == Labelling.SINGLE_LABEL && names.size() != 1) {
            problem(
                    row,
                    "image '%s' has %d labels".formatted(image, names.size()),
                    "give it exactly one, or use the metric multi-label");
            return Optional.empty();
        }
        return Optional.of(names.stream().map(classes::get).sorted().toList());
    }

    private void problem(CsvReader.Row row, String cause, String cure) {
        problems.add(reader.file(), row.line(), cause, cure);
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
