package fovea.run;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;

import fovea.checkpoint.SaveException;
import fovea.problem.FileFailure;
import fovea.problem.InvalidInputException;
import fovea.problem.Problem;
import fovea.sample.ClassList;
import fovea.sample.ClassScores;
import fovea.sample.Sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes class scores as CSV `image,label,<one score column per class>`: labels and columns by
/// class name, several labels separated by `;`. The file appears when it is finished.
public final class PredictionFile implements AutoCloseable {
    private static final CsvMapper CSV =
            CsvMapper.csvBuilder().enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING).build();

    private final Path file;
    private final Path temporary;
    private final ClassList classes;
    private final SequenceWriter rows;

    private PredictionFile(Path file, Path temporary, ClassList classes, SequenceWriter rows) {
        this.file = file;
        this.temporary = temporary;
        this.classes = classes;
        this.rows = rows;
    }

    /// @throws InvalidInputException if there is a folder of this name
    /// @throws SaveException if it cannot be written
    public static PredictionFile create(Path file, ClassList classes) {
        if (Files.isDirectory(file)) {
            throw InvalidInputException.of(
                    file.toString(), "it is a folder", "name a file, such as predictions.csv");
        }
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            SequenceWriter rows =
                    CSV.writerFor(String[].class).writeValues(Files.newBufferedWriter(temporary));
            rows.write(
                    Stream.concat(Stream.of("image", "label"), classes.names().stream())
                            .toArray(String[]::new));
            return new PredictionFile(file, temporary, classes, rows);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /// Adds a sample; one without class scores is left out.
    public void add(Sample sample) {
        sample.predictions().stream()
                .filter(ClassScores.class::isInstance)
                .map(ClassScores.class::cast)
                .findFirst()
                .ifPresent(scores -> write(sample, scores));
    }

    private void write(Sample sample, ClassScores scores) {
        List<String> row = new ArrayList<>();
        row.add(sample.id());
        row.add(sample.labels().stream().map(classes::name).collect(Collectors.joining(";")));
        scores.scores().forEach(score -> row.add(Float.toString(score)));
        try {
            rows.write(row.toArray(String[]::new));
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /// Puts the file in place.
    public void finish() {
        try {
            rows.close();
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    @Override
    public void close() {
        try {
            rows.close();
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static SaveException failure(Path file, IOException e) {
        Problem problem =
                new Problem(
                        file.toString(),
                        "the predictions could not be written (" + FileFailure.reason(e) + ")",
                        "free some space or check the right to write there");
        return new SaveException(problem, e);
    }
}
