package fovea.dataset.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;

import fovea.dataset.Dataset;
import fovea.image.ImageDecoder;
import fovea.image.ImageFile;
import fovea.problem.InvalidInputException;
import fovea.problem.Problem;
import fovea.sample.ClassList;
import fovea.sample.ImageLabel;
import fovea.sample.Sample;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One list file as read: its usable lines and what is wrong with the others.
record CsvList(Path file, List<Entry> entries, List<Problem> problems) {
    /// A line of the list; `place` is file and line.
    record Entry(String place, Path image, List<String> labels) {}

    private record Columns(int image, int label) {}

    static CsvList read(Path file) {
        CsvList list = new CsvList(file, new ArrayList<>(), new ArrayList<>());
        CsvMapper mapper = new CsvMapper();
        mapper.enable(CsvParser.Feature.WRAP_AS_ARRAY);
        mapper.enable(CsvParser.Feature.SKIP_EMPTY_LINES);
        try (Reader text = Files.newBufferedReader(file);
                MappingIterator<String[]> rows =
                        mapper.readerFor(String[].class).readValues(text)) {
            if (!rows.hasNextValue()) {
                throw InvalidInputException.of(
                        file.toString(), "the file is empty", "begin it with image,label");
            }
            Columns columns = columns(file, rows.nextValue());
            Map<Path, String> places = new HashMap<>();
            while (rows.hasNextValue()) {
                String[] row = rows.nextValue();
                int line = rows.getParser().currentTokenLocation().getLineNr();
                list.add(file + ":" + line, row, columns, places);
            }
        } catch (CharacterCodingException e) {
            throw InvalidInputException.of(
                    file.toString(), "it is not text in UTF-8", "save it in UTF-8");
        } catch (JsonProcessingException e) {
            throw malformed(file, e);
        } catch (IOException e) {
            throw InvalidInputException.unreadable(file, e);
        }
        return list;
    }

    private static InvalidInputException malformed(Path file, JsonProcessingException e) {
        return InvalidInputException.of(
                file + ":" + e.getLocation().getLineNr(),
                "the line is not CSV (" + e.getOriginalMessage() + ")",
                "check its quotes");
    }

    private static Columns columns(Path file, String[] header) {
        List<String> names =
                Arrays.stream(header)
                        .map(name -> name.replace(ClassNames.BYTE_ORDER_MARK, "").strip())
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList();
        if (!names.contains("image") || !names.contains("label")) {
            throw InvalidInputException.of(
                    file + ":1",
                    "the columns are " + String.join(",", names) + ", not image,label",
                    "name the columns image and label in the first line");
        }
        return new Columns(names.indexOf("image"), names.indexOf("label"));
    }

    /// @param places where each image was listed so far
    private void add(String place, String[] row, Columns columns, Map<Path, String> places) {
        if (row.length <= Math.max(columns.image, columns.label)) {
            problems.add(
                    new Problem(
                            place,
                            "the line has %d columns".formatted(row.length),
                            "give the image and its label, empty if it shows no class"));
            return;
        }
        try {
            Path image = inside(row[columns.image].strip());
            ImageDecoder.probe(image);
            String before = places.putIfAbsent(image, place);
            if (before != null) {
                problems.add(
                        new Problem(
                                place,
                                "the image is already listed in " + before,
                                "keep one line; several classes are joined by ;"));
                return;
            }
            entries.add(new Entry(place, image, labels(row[columns.label])));
        } catch (InvalidPathException e) {
            problems.add(new Problem(place, "no path: " + e.getMessage(), "correct the path"));
        } catch (InvalidInputException e) {
            e.problems().stream()
                    .map(p -> new Problem(place + ": " + p.place(), p.cause(), p.cure()))
                    .forEach(problems::add);
        }
    }

    private static List<String> labels(String cell) {
        return Arrays.stream(cell.split(";", -1))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .distinct()
                .toList();
    }

    private Path inside(String text) {
        Path folder = Folders.around(file);
        Path image = folder.resolve(text).normalize();
        if (text.isEmpty() || !image.startsWith(folder) || Path.of(text).isAbsolute()) {
            throw InvalidInputException.of(
                    "'" + text + "'",
                    "the path does not lead to a file below the list's folder",
                    "write it relative to the list, and put the list above its images");
        }
        return image;
    }

    Dataset dataset(String name, ClassList classes) {
        List<Sample> samples = new ArrayList<>();
        for (Entry entry : entries) {
            List<Integer> indices = new ArrayList<>();
            for (String label : entry.labels) {
                int index = classes.names().indexOf(label);
                if (index < 0) {
                    throw InvalidInputException.of(
                            entry.place,
                            "'" + label + "' is no class of " + ClassNames.FILE,
                            "add it there or correct the label");
                }
                indices.add(index);
            }
            String id = Folders.below(Folders.around(file), entry.image);
            samples.add(Sample.of(id, new ImageFile(entry.image), new ImageLabel(indices)));
        }
        return new ListedDataset(name, classes, samples, problems);
    }
}
