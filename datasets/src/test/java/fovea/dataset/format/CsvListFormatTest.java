package fovea.dataset.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.dataset.Dataset;
import fovea.image.TestImages;
import fovea.problem.InvalidInputException;
import fovea.problem.Problem;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

final class CsvListFormatTest {
    @TempDir private Path folder;

    @BeforeEach
    void writeImages() throws IOException {
        Files.createDirectories(folder.resolve("images"));
        for (String name : List.of("a.png", "b.png", "c, d.png")) {
            byte[] png = TestImages.written(TestImages.gradient(4, 4, 1), "png");
            Files.write(folder.resolve("images").resolve(name), png);
        }
    }

    private Path list(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private static Dataset only(Path path) {
        return Datasets.open(path).parts().values().iterator().next();
    }

    private static String messages(Dataset dataset) {
        return dataset.problems().stream().map(Problem::message).collect(Collectors.joining("\n"));
    }

    private static String refusal(Path path) {
        return String.valueOf(
                assertThrows(InvalidInputException.class, () -> Datasets.open(path)).getMessage());
    }

    @Test
    void anImageListedTwiceIsToldWithBothLines() throws IOException {
        Path file = list("t.csv", "image,label", "images/a.png,dog", "images/./a.png,cat");
        Dataset dataset = only(file);
        assertEquals(1, dataset.size());
        assertTrue(messages(dataset).contains("t.csv:3"), messages(dataset));
        assertTrue(messages(dataset).contains("t.csv:2"), messages(dataset));
    }

    @Test
    void aByteOrderMarkBeforeTheFirstClassNameIsNoPartOfIt() throws IOException {
        list("classes.txt", "\uFEFFcat", "dog");
        Dataset dataset = only(list("t.csv", "image,label", "images/a.png,cat"));
        assertEquals(List.of("cat", "dog"), dataset.classes().names());
    }

    @Test
    void readsLabelsAndQuotedPaths() throws IOException {
        Path file =
                list(
                        "things.csv",
                        "\uFEFFid,Image, label",
                        "1,images/a.png,dog",
                        "",
                        "2,\"images/c, d.png\",cat");
        Dataset all = only(file);
        assertEquals(List.of("cat", "dog"), all.classes().names());
        assertEquals(List.of(1), all.sample(0).labels());
        assertEquals("images/c, d.png", all.sample(1).id());
        assertEquals(4, all.sample(1).image().load().width());
        assertEquals("", messages(all));
    }

    @Test
    void separatesSeveralLabelsBySemicolons() throws IOException {
        list(
                "labels.csv",
                "image,label",
                "images/a.png,dog; cat;dog",
                "images/b.png,",
                "\"images/c, d.png\",emu");
        Dataset all = only(folder);
        assertEquals(List.of(0, 1), all.sample(0).labels());
        assertEquals(List.of(), all.sample(1).labels());
        assertEquals(List.of("cat", "dog", "emu"), all.classes().names());
    }

    @Test
    void ordersClassesThatAreNumbersByTheirValue() throws IOException {
        list("train.csv", "image,label", "images/a.png,10", "images/b.png,9");
        list("test.csv", "image,label", "images/b.png,100");
        var parts = Datasets.open(folder).parts();
        assertEquals(List.of("train", "test"), List.copyOf(parts.keySet()));
        assertEquals(List.of("9", "10", "100"), parts.values().iterator().next().classes().names());
    }

    @Test
    void reportsMissingFilesWithTheirLine() throws IOException {
        Path file =
                list(
                        "labels.csv",
                        "image,label",
                        "images/a.png,x",
                        "",
                        "images/no.png,x",
                        "images/b.png");
        Dataset all = only(file);
        assertEquals(1, all.size());
        assertTrue(messages(all).contains("labels.csv:4: "), messages(all));
        assertTrue(messages(all).contains("no.png: there is no such file"), messages(all));
        assertTrue(messages(all).contains("labels.csv:5: the line has 1 columns"), messages(all));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.png", "/etc/passwd", "images/../../x.png", "a\0b", "''"})
    void doesNotLeaveItsFolder(String path) throws IOException {
        Path file = list("labels.csv", "image,label", "images/a.png,x", path + ",x");
        Dataset all = only(file);
        assertEquals(1, all.size());
        assertEquals(1, all.problems().size());
        assertTrue(messages(all).contains("labels.csv:3"), messages(all));
    }

    @Test
    void refusesOtherColumns() throws IOException {
        Path file = list("labels.csv", "file,class", "images/a.png,x");
        assertTrue(refusal(file).contains("the columns are file,class"), refusal(file));
    }

    @Test
    void refusesEmptyAndUselessLists() throws IOException {
        assertTrue(refusal(list("labels.csv")).contains("the file is empty"));
        Path useless = list("labels.csv", "image,label", "images/no.png,x");
        assertTrue(refusal(useless).contains("no.png"), refusal(useless));
    }

    @Test
    void refusesTextThatIsNotUtf8AndBrokenQuotes() throws IOException {
        Path file = folder.resolve("labels.csv");
        Files.write(file, new byte[] {'i', 'm', (byte) 0xFF, 10});
        assertTrue(refusal(file).contains("UTF-8"), refusal(file));
        Path broken = list("labels.csv", "image,label", "\"images/a.png,x");
        assertTrue(refusal(broken).contains("labels.csv:"), refusal(broken));
    }

    @Test
    void refusesLabelsThatTheClassFileDoesNotName() throws IOException {
        list("classes.txt", "cat", "dog");
        Path file = list("labels.csv", "image,label", "images/a.png,dog", "images/b.png,emu");
        assertTrue(refusal(file).contains("labels.csv:3: 'emu' is no class"), refusal(file));
    }
}
