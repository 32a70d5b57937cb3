package fovea.classification;

import fovea.sample.ClassList;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads `image,<class>,<class>…` with a score for each class, row by row. A column `label` after
/// `image`, as a run's own predictions have it, is skipped.
final class PredictionsFile {
    private static final String IMAGE = "image";
    private static final String LABEL = "label";

    private final CsvReader reader;
    private final Problems problems;
    private final List<String> header;
    private final int first;
    private final Map<String, Integer> lines = new HashMap<>();

    /// One image's scores. They are empty if the row is wrong.
    record Prediction(int line, String image, Optional<double[]> scores) {}

    /// Reads the header.
    ///
    /// @throws fovea.problem.InvalidInputException if there are no usable columns
    PredictionsFile(CsvReader reader, Problems problems) {
        this.reader = reader;
        this.problems = problems;
        Optional<CsvReader.Row> names = reader.next();
        this.header = names.map(CsvReader.Row::fields).orElse(List.of());
        this.first = header.size() > 2 && header.get(1).equals(LABEL) ? 2 : 1;
        if (header.size() < 2 || !header.getFirst().equals(IMAGE)) {
            problems.add(
                    reader.file(),
                    names.map(CsvReader.Row::line).orElse(1),
                    header.isEmpty()
                            ? "the file is empty"
                            : "the header is not image and the class names",
                    "let the first line be: image,<class>,<class>…");
        }
        Set<String> seen = new HashSet<>();
        for (String name : header.stream().skip(1).toList()) {
            if (name.isEmpty() || !seen.add(name)) {
                problems.add(
                        reader.file(),
                        names.map(CsvReader.Row::line).orElse(1),
                        name.isEmpty()
                                ? "a column has no name"
                                : "two columns are named '" + name + "'",
                        "name each column by its class");
            }
        }
        problems.throwIfAny();
    }

    ClassList classes() {
        return new ClassList(header.subList(first, header.size()));
    }

    /// Index by class name.
    Map<String, Integer> indices() {
        Map<String, Integer> indices = new LinkedHashMap<>();
        classes().names().forEach(name -> indices.put(name, indices.size()));
        return indices;
    }

    /// The next prediction, or empty at the end. Of two rows for one image, the second is wrong.
    Optional<Prediction> next() {
        return reader.next().map(this::prediction);
    }

    /// Whether an image had a row so far.
    boolean has(String image) {
        return lines.containsKey(image);
    }

    private Prediction prediction(CsvReader.Row row) {
        String image = row.fields().getFirst();
        Optional<double[]> scores = Optional.empty();
        Integer before = lines.putIfAbsent(image, row.line());
        if (image.isEmpty()) {
            problem(row, "the image has no name", "name it as in the truth");
        } else if (before != null) {
            problem(
                    row,
                    "image '%s' was already on line %d".formatted(image, before),
                    "keep one of the rows");
        } else if (row.fields().size() != header.size()) {
            problem(
                    row,
                    "%d fields where the header has %d"
                            .formatted(row.fields().size(), header.size()),
                    "give one score for each class");
        } else {
            scores = scores(row);
        }
        return new Prediction(row.line(), image, scores);
    }

    private Optional<double[]> scores(CsvReader.Row row) {
        double[] scores = new double[header.size() - first];
        boolean valid = true;
        for (int i = 0; i < scores.length; i++) {
            String text = row.fields().get(i + first);
            scores[i] = Numbers.parse(text).orElse(Double.NaN);
            if (Double.isNaN(scores[i])) {
                valid = false;
                problem(
                        row,
                        "the score of class '%s' is '%s'".formatted(header.get(i + first), text),
                        "give a finite number such as 0.25");
            }
        }
        return valid ? Optional.of(scores) : Optional.empty();
    }

    private void problem(CsvReader.Row row, String cause, String cure) {
        problems.add(reader.file(), row.line(), cause, cure);
    }
}
