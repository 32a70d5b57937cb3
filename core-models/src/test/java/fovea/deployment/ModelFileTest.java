package fovea.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.engine.Device;
import fovea.importing.Unpacking;
import fovea.problem.InvalidInputException;
import fovea.sample.ClassScores;
import fovea.sample.Sample;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class ModelFileTest {
    private static final Deployment TWO = TinyNet.deployment("left", "right");

    @TempDir private Path folder;

    private Path bundle() {
        Path file = folder.resolve("tiny.fovea");
        new ModelBundle(TWO, TinyNet.model(TWO), "# tiny").write(file);
        return file;
    }

    private Path onnx(Deployment said) throws IOException {
        return Files.write(folder.resolve("tiny.onnx"), TinyNet.model(said).bytes());
    }

    private static List<Float> scores(Path file) {
        try (Predictor net = ModelFile.open(file, TinyNet.catalog(), Device.CPU)) {
            List<Sample> samples =
                    IntStream.range(0, 3)
                            .mapToObj(i -> TinyNet.sample("s" + i, 9 * i, 200))
                            .toList();
            return net.predict(samples).stream()
                    .map(sample -> sample.predictions().getFirst())
                    .map(found -> assertInstanceOf(ClassScores.class, found).scores().getFirst())
                    .toList();
        }
    }

    private static String refusal(Path file) {
        return String.valueOf(
                assertThrows(
                                InvalidInputException.class,
                                () -> ModelFile.open(file, TinyNet.catalog(), Device.CPU).close())
                        .getMessage());
    }

    @Test
    void aBundleComesBackAsItWasWritten() {
        ModelBundle read = ModelBundle.read(bundle(), TinyNet.catalog());
        assertEquals(TWO, read.deployment());
        assertEquals("# tiny", read.card());
        assertTrue(Arrays.equals(TinyNet.model(TWO).bytes(), read.model().bytes()));
    }

    @Test
    void bundleAndModelGiveTheScoresOfTheNet() throws IOException {
        List<Float> scores = scores(bundle());
        assertEquals(scores, scores(onnx(TWO)));
        float w0 = TinyNet.WEIGHTS.tensor("head.weight").data().get(0);
        float w1 = TinyNet.WEIGHTS.tensor("head.weight").data().get(1);
        float w2 = TinyNet.WEIGHTS.tensor("head.weight").data().get(2);
        float w3 = TinyNet.WEIGHTS.tensor("head.weight").data().get(3);
        double a = (9 / 255.0 - 0.5) / 0.5;
        double b = (200 / 255.0 - 0.5) / 0.5;
        double wanted = 1 / (1 + Math.exp(w2 * a + w3 * b - w0 * a - w1 * b));
        assertEquals(wanted, scores.get(1), 1e-5);
    }

    @Test
    void aFileBesideAModelSaysHowItIsUsed() throws IOException {
        Path model = onnx(TWO);
        Files.writeString(
                folder.resolve("tiny.yaml"),
                """
                name: other
                input: {channels: 1, height: 1, width: 2}
                classes: [a, b]
                decoder: {type: two-scores, output: scores}
                """);
        try (Predictor net = ModelFile.open(model, TinyNet.catalog(), Device.CPU)) {
            assertEquals(List.of("a", "b"), net.deployment().classes());
        }
    }

    @Test
    void whatAModelDoesNotFitIsTold() throws IOException {
        assertTrue(refusal(onnx(TinyNet.deployment("one", "two", "three"))).contains("2 scores"));
        Path sidecar = folder.resolve("tiny.yaml");
        String text = "name: n\ninput: {channels: %d, height: 1, width: 2}\nclasses: [a, b]\n";
        Files.writeString(
                sidecar, text.formatted(1) + "decoder: {type: two-scores, output: logits}\n");
        assertTrue(refusal(folder.resolve("tiny.onnx")).contains("no output 'logits', only"));
        Files.writeString(
                sidecar, text.formatted(3) + "decoder: {type: two-scores, output: scores}\n");
        assertTrue(refusal(folder.resolve("tiny.onnx")).contains("not images of 3×1×2"));
        Files.writeString(sidecar, "name: n\nclases: [a]\n");
        assertTrue(refusal(folder.resolve("tiny.onnx")).contains("'classes'"));
    }

    @Test
    void aBundleCutAtAnyByteIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(bundle());
        Path cut = folder.resolve("cut.fovea");
        int content = whole.length - 22 - 3 * 46 - 3 * 16;
        for (int length = 0; length < content - 40; length += 13) {
            Files.write(cut, Arrays.copyOf(whole, length));
            assertTrue(refusal(cut).contains("cut.fovea"));
        }
    }

    @Test
    void pathsThatLeadOutAreRefused() throws IOException {
        for (String name : List.of("../model.onnx", "/etc/x", "a\\..\\b", "c:evil")) {
            Path file = zip(1, name, 10);
            assertTrue(refusal(file).contains("leads out"), name);
        }
    }

    @Test
    void aMillionEntriesAreRefusedAtTheSixtyFifth() throws IOException {
        assertTrue(refusal(zip(100, "file%d", 0)).contains("more than 64 files"));
    }

    @Test
    void aBombIsRefusedBeforeItIsUnpacked() throws IOException {
        assertTrue(refusal(zip(1, "model.onnx", 200_000_000)).contains("(a zip bomb)"));
        assertTrue(refusal(zip(1, "notes.txt", 200_000_000)).contains("(a zip bomb)"));
    }

    @Test
    void whatIsNotNeededTakesNoMemory() throws IOException {
        Path file = zip(2, "notes%d.txt", 3_000_000);
        Unpacking little = new Unpacking(Files.size(file), 4 * 100_000);
        assertEquals(Map.of(), new BundleReader(file).read(List.of("model.onnx"), little));
        Unpacking again = new Unpacking(Files.size(file), 4 * 100_000);
        String message =
                String.valueOf(
                        assertThrows(
                                        InvalidInputException.class,
                                        () ->
                                                new BundleReader(file)
                                                        .read(List.of("notes1.txt"), again))
                                .getMessage());
        assertTrue(message.contains("made.fovea!notes1.txt: unpacked it takes more"), message);
    }

    @Test
    void anArchiveThatIsNoBundleIsTold() throws IOException {
        assertTrue(refusal(zip(1, "notes.txt", 5)).contains("so it is no bundle"));
        Path text = Files.writeString(folder.resolve("text.fovea"), "hello");
        assertTrue(refusal(text).contains("so it is no bundle"));
        assertTrue(refusal(folder.resolve("none.fovea")).contains("no such file"));
    }

    private Path zip(int entries, String name, int bytes) throws IOException {
        Path file = folder.resolve("made.fovea");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            byte[] zeros = new byte[1 << 16];
            for (int i = 0; i < entries; i++) {
                zip.putNextEntry(new ZipEntry(name.formatted(i)));
                for (int left = bytes; left > 0; left -= zeros.length) {
                    zip.write(zeros, 0, Math.min(left, zeros.length));
                }
                zip.closeEntry();
            }
        }
        return file;
    }
}
