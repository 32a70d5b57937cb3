package fovea.dataset.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.dataset.ClassCounts;
import fovea.dataset.Dataset;
import fovea.dataset.DatasetParts;
import fovea.image.TestImages;
import fovea.problem.InvalidInputException;
import fovea.problem.Problem;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

final class ImageFolderFormatTest {
    @TempDir private Path folder;

    private void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private void image(String name) throws IOException {
        write(name, TestImages.written(TestImages.gradient(6, 5, 1), "png"));
    }

    private Dataset only() {
        DatasetParts parts = Datasets.open(folder);
        assertEquals(List.of("all"), List.copyOf(parts.parts().keySet()));
        return parts.parts().values().iterator().next();
    }

    private static String messages(Dataset dataset) {
        return dataset.problems().stream().map(Problem::message).collect(Collectors.joining("\n"));
    }

    @Test
    void takesTheSortedFolderNamesAsClasses() throws IOException {
        image("zebra/1.png");
        image("cat/b.png");
        image("cat/more/deep/A.PNG");
        write("cat/notes.txt", new byte[] {1});
        write("README.md", new byte[] {1});
        image(".hidden/x.png");
        Dataset all = only();
        assertEquals(List.of("cat", "zebra"), all.classes().names());
        assertEquals(new ClassCounts(List.of(2, 1), 0), ClassCounts.of(all));
        assertEquals("cat/b.png", all.sample(0).id());
        assertEquals("cat/more/deep/A.PNG", all.sample(1).id());
        assertEquals(6, all.sample(1).image().load().width());
        assertTrue(all.problems().isEmpty(), messages(all));
    }

    @Test
    void sharesOneClassListAmongItsParts() throws IOException {
        image("train/cat/1.png");
        image("train/dog/1.png");
        image("val/dog/2.png");
        image("test/emu/3.png");
        image("other/x/3.png");
        var parts = Datasets.open(folder).parts();
        assertEquals(List.of("train", "validation", "test"), List.copyOf(parts.keySet()));
        for (Dataset part : parts.values()) {
            assertEquals(List.of("cat", "dog", "emu"), part.classes().names());
            assertTrue(messages(part).contains("none of the parts"));
        }
        Dataset validation = parts.values().stream().skip(1).findFirst().orElseThrow();
        assertEquals("val/dog/2.png", validation.sample(0).id());
        assertEquals(List.of(1), validation.sample(0).labels());
    }

    @Test
    void refusesTwoFoldersForOnePart() throws IOException {
        image("train/cat/1.png");
        image("val/cat/1.png");
        image("validation/cat/1.png");
        assertTrue(refusal().contains("two folders for the part validation"), refusal());
    }

    @Test
    void leavesOutUnusableFilesAndEmptyClassesAndReportsThem() throws IOException {
        image("cat/good.png");
        write("cat/empty.png", new byte[0]);
        write("cat/text.jpg", "no image at all".getBytes(StandardCharsets.UTF_8));
        Files.createDirectories(folder.resolve("dog"));
        Dataset all = only();
        assertEquals(List.of("cat"), all.classes().names());
        assertEquals(1, all.size());
        assertEquals(3, all.problems().size(), messages(all));
        assertTrue(messages(all).contains("empty.png: the file is empty; copy or"));
        assertTrue(messages(all).contains("text.jpg: this is no image"));
        assertTrue(messages(all).contains("dog: the class has no image"));
    }

    @Test
    void refusesAFolderWithoutAnyReadableImage() throws IOException {
        write("cat/empty.png", new byte[0]);
        assertTrue(refusal().contains("no readable image"), refusal());
        assertTrue(refusal().contains("empty.png"), refusal());
    }

    private String refusal() {
        return String.valueOf(
                assertThrows(InvalidInputException.class, () -> Datasets.open(folder))
                        .getMessage());
    }

    @Test
    void tellsWhatItLookedForInAnEmptyFolder() {
        assertTrue(refusal().contains("train-images-idx3-ubyte"), refusal());
        assertTrue(refusal().contains("labels.csv"), refusal());
        assertTrue(refusal().contains("a folder of images for each class"), refusal());
    }

    @Test
    void refusesPathsThatDoNotExistAndSingleFiles() throws IOException {
        Path missing = folder.resolve("nowhere");
        String message =
                assertThrows(InvalidInputException.class, () -> Datasets.open(missing)).toString();
        assertTrue(message.contains("nowhere: there is no such file or folder"), message);
        image("one.png");
        String single =
                assertThrows(
                                InvalidInputException.class,
                                () -> Datasets.open(folder.resolve("one.png")))
                        .toString();
        assertTrue(single.contains("must be a CSV list"), single);
    }

    @Test
    void doesNotFollowLinksInCircles() throws IOException {
        image("cat/good.png");
        try {
            Files.createSymbolicLink(folder.resolve("cat/again"), folder.resolve("cat"));
        } catch (IOException | UnsupportedOperationException e) {
            Assumptions.abort("no links here");
        }
        Dataset all = only();
        assertEquals(1, all.size());
        assertTrue(messages(all).contains("lead in a circle"), messages(all));
    }

    @Test
    void explainsAFolderThatMayNotBeRead() {
        InvalidInputException refused =
                InvalidInputException.unreadable(folder, new AccessDeniedException("x"));
        assertTrue(refused.problems().getFirst().cause().contains("not allowed"));
        assertTrue(refused.problems().getFirst().cure().contains("right to read"));
    }

    @Test
    void refusesAFolderThatMayNotBeRead() throws IOException {
        image("cat/good.png");
        Path closed = folder.resolve("cat");
        Assumptions.assumeTrue(closed.toFile().setReadable(false));
        try {
            Assumptions.assumeFalse(Files.isReadable(closed), "the administrator reads all");
            assertTrue(refusal().contains("not allowed"), refusal());
        } finally {
            assertTrue(closed.toFile().setReadable(true));
        }
    }
}
