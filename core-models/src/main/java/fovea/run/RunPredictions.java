package fovea.run;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;

import fovea.problem.InvalidInputException;
import fovea.sample.ClassList;
import fovea.sample.ClassScores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Class scores as a [PredictionFile] holds them.
///
/// @param classes in the order of the columns
public record RunPredictions(ClassList classes, List<Row> rows) {
    private static final CsvMapper CSV =
            CsvMapper.csvBuilder()
                    .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                    .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                    .build();
    private static final int NAMED_COLUMNS = 2;
    private static final String CURE =
            "the columns must be image,label and one score column per class";

    public RunPredictions {
        rows = List.copyOf(rows);
    }

    /// What was predicted for an image.
    ///
    /// @param image the sample's id
    /// @param labels its true classes
    public record Row(String image, List<Integer> labels, ClassScores scores) {
        public Row {
            labels = List.copyOf(labels);
        }
    }

    /// @throws InvalidInputException if the file is missing or no such table, with the line
    public static RunPredictions read(Path file) {
        try (MappingIterator<String[]> lines =
                CSV.readerFor(String[].class).readValues(Files.newBufferedReader(file))) {
            if (!lines.hasNextValue()) {
                throw InvalidInputException.of(file.toString(), "it is empty", CURE);
            }
            ClassList classes = classes(file, lines.nextValue());
            List<Row> rows = new ArrayList<>();
            while (lines.hasNextValue()) {
                String place = file + ":" + lines.getCurrentLocation().getLineNr();
                rows.add(row(place, lines.nextValue(), classes));
            }
            return new RunPredictions(classes, rows);
        } catch (IOException e) {
            throw InvalidInputException.unreadable(file, e);
        } catch (RuntimeJsonMappingException e) {
            throw InvalidInputException.of(file.toString(), "it is not CSV", CURE);
        }
    }

    private static ClassList classes(Path file, String[] header) {
        try {
            return new ClassList(List.of(header).subList(NAMED_COLUMNS, header.length));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw InvalidInputException.of(
                    file + ":1", "the header is " + String.join(",", header), CURE);
        }
    }

    private static Row row(String place, String[] cells, ClassList classes) {
        if (cells.length != classes.size() + NAMED_COLUMNS) {
            throw InvalidInputException.of(
                    place,
                    cells.length + " cells, the header has " + (classes.size() + NAMED_COLUMNS),
                    CURE);
        }
        try {
            List<Float> scores =
                    Arrays.stream(cells).skip(NAMED_COLUMNS).map(Float::valueOf).toList();
            return new Row(cells[0], labels(place, cells[1], classes), new ClassScores(scores));
        } catch (NumberFormatException e) {
            throw InvalidInputException.of(place, "a score is not a number", CURE);
        }
    }

    /// A class whose own name has a `;` is recognised as a whole.
    private static List<Integer> labels(String place, String cell, ClassList classes) {
        return label(cell, classes)
                .map(List::of)
                .orElseGet(
                        () ->
                                Stream.of(cell.split(";"))
                                        .filter(name -> !name.isEmpty())
                                        .map(name -> required(place, name, classes))
                                        .toList());
    }

    private static Integer required(String place, String name, ClassList classes) {
        return label(name, classes)
                .orElseThrow(
                        () ->
                                InvalidInputException.of(
                                        place, "no column is named like the label " + name, CURE));
    }

    private static Optional<Integer> label(String name, ClassList classes) {
        int index = classes.names().indexOf(name);
        return index < 0 ? Optional.empty() : Optional.of(index);
    }
}
