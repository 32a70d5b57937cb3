package fovea.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.image.PixelImage;
import fovea.problem.InvalidInputException;
import fovea.sample.ClassList;
import fovea.sample.ClassScores;
import fovea.sample.ImageLabel;
import fovea.sample.Sample;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class PredictionFileTest {
    private static final ClassList CLASSES =
            new ClassList(List.of("T-shirt, top", "a \"b\"", "裤子;x"));

    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("predictions/epoch-0001.csv");
    }

    private static Sample sample(String id, List<Integer> labels, Float... scores) {
        return Sample.of(id, new PixelImage(1, 1, 1, new byte[1]), new ImageLabel(labels))
                .withPredictions(List.of(new ClassScores(List.of(scores))));
    }

    @Test
    void whatIsWrittenIsReadBitForBit() throws IOException {
        try (PredictionFile file = PredictionFile.create(file(), CLASSES)) {
            file.add(sample("cat/a,b.png", List.of(0), 0.1f, 1f / 3, 1e-12f));
            file.add(sample("line\nbreak", List.of(0, 1), 0f, 1f, 0.5f));
            file.add(sample("none", List.of(), 0f, 1f, 0.5f));
            file.add(sample("whole", List.of(2), 0f, 1f, Float.NaN));
            file.finish();
        }
        RunPredictions read = RunPredictions.read(file());
        assertEquals(CLASSES, read.classes());
        assertEquals(
                List.of("cat/a,b.png", "line\nbreak", "none", "whole"),
                read.rows().stream().map(RunPredictions.Row::image).toList());
        assertEquals(
                List.of(List.of(0), List.of(0, 1), List.of(), List.of(2)),
                read.rows().stream().map(RunPredictions.Row::labels).toList());
        assertEquals(
                new ClassScores(List.of(0.1f, 1f / 3, 1e-12f)), read.rows().getFirst().scores());
        assertEquals(
                "image,label,\"T-shirt, top\",\"a \"\"b\"\"\",裤子;x",
                Files.readAllLines(file()).getFirst());
    }

    @Test
    void aFileThatIsNotFinishedNeverAppears() throws IOException {
        PredictionFile file = PredictionFile.create(file(), CLASSES);
        file.add(sample("x", List.of(0), 1f, 0f, 0f));
        file.close();
        assertFalse(Files.exists(file()));
        try (Stream<Path> files = Files.list(folder.resolve("predictions"))) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void damagedTablesAreRefusedWithTheLine() throws IOException {
        assertTrue(message("image,label,a,b\nx,a,0.5\n").contains("x.csv:2: 3 cells"));
        assertTrue(message("image,label,a,b\nx,c,1,0\n").contains("like the label c"));
        assertTrue(message("image,label,a,b\nx,a,1,zero\n").contains("not a number"));
        assertTrue(message("image\n").contains("x.csv:1: the header"));
        assertTrue(message("").contains("empty"));
    }

    private String message(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), text);
        return String.valueOf(
                assertThrows(InvalidInputException.class, () -> RunPredictions.read(file))
                        .getMessage());
    }
}
