package fovea.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fovea.app.cli.FoveaCommand;
import fovea.dataset.format.Datasets;
import fovea.sample.Sample;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/// A model that Keras saved is imported, tested, predicted with and fine-tuned by the command line.
class ImportTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = Path.of(System.getProperty("fovea.root", "."));
    private static final Path MODELS =
            ROOT.resolve("plugins/model-import/src/test/resources/fovea/imports/keras");

    @TempDir private Path folder;
    private Path model = Path.of("");
    private String run = "";

    private record Result(int exitCode, String out, String err) {}

    @BeforeEach
    void prepare() throws IOException {
        model = folder.resolve("net.h5");
        run = folder.resolve("runs").resolve("net").toString();
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(MODELS.resolve("binary.h5.gz")))) {
            Files.write(model, in.readAllBytes());
        }
    }

    private static Result fovea(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = FoveaCommand.run(new PrintWriter(out), new PrintWriter(err), words);
        return new Result(exitCode, out.toString(), err.toString());
    }

    /// A folder of noise for each class.
    private Path images(String... classes) throws IOException {
        Path data = folder.resolve("data" + classes.length);
        Random random = new Random(1);
        for (String name : classes) {
            Files.createDirectories(data.resolve(name));
            for (int i = 0; i < 6; i++) {
                byte[] pixels = new byte[20 * 16 * 3];
                random.nextBytes(pixels);
                Files.write(
                        data.resolve(name).resolve(i + ".png"),
                        fovea.image.PngEncoder.encode(
                                new fovea.image.PixelImage(20, 16, 3, pixels)));
            }
        }
        return data;
    }

    @Test
    void anImportedNetIsTestedPredictedWithAndFineTuned() throws IOException {
        Path data = images("no", "yes");
        Result imported =
                fovea(
                        "import",
                        model.toString(),
                        "--out",
                        run,
                        "--data",
                        data.toString(),
                        "--json");
        assertEquals(0, imported.exitCode(), imported.err());
        JsonNode values = JSON.readTree(imported.out());
        assertEquals("Keras 3.15.1, net.h5", values.path("origin").asText());

        Result tested = fovea("test", run, "--data", data.toString(), "--json");
        assertEquals(0, tested.exitCode(), tested.err());
        assertEquals(12, JSON.readTree(tested.out()).path("samples").asInt());

        Sample sample = Datasets.open(data).part("all").sample(0);
        Result predicted =
                fovea(
                        "predict",
                        run,
                        data.resolve("no").resolve("0.png").toString(),
                        "--out",
                        folder.resolve("out").toString());
        assertEquals(0, predicted.exitCode(), predicted.err() + sample.id());
        assertTrue(predicted.out().contains("yes"), predicted.out());

        Path three = images("a", "b", "c");
        Result tuned =
                fovea(
                        "train",
                        run + "/experiment.yaml",
                        "--set",
                        "data.source=" + three,
                        "--set",
                        "training.start=" + run,
                        "--set",
                        "training.epochs=1",
                        "--runs",
                        folder.resolve("tuned").toString());
        assertEquals(0, tuned.exitCode(), tuned.err());
    }

    @Test
    void withoutDataTheClassesHaveNumbers() {
        Result imported = fovea("import", model.toString(), "--out", run);
        assertEquals(0, imported.exitCode(), imported.err());
        Result tested = fovea("test", run, "--data", folder.toString());
        assertEquals(2, tested.exitCode());
    }

    @Test
    void aNetThatNeverHadDataAsksForSome() {
        assertEquals(0, fovea("import", model.toString(), "--out", run).exitCode());
        String out = folder.resolve("net.onnx").toString();
        for (Result refused : List.of(fovea("test", run), fovea("export", run, "--out", out))) {
            assertEquals(2, refused.exitCode());
            assertTrue(refused.err().contains("net: the net was imported without data"));
            assertTrue(refused.err().contains("name some with --data PATH"), refused.err());
        }
    }

    @Test
    void aRefusedFileLeavesNothingBehind() throws IOException {
        Files.write(model, java.util.Arrays.copyOf(Files.readAllBytes(model), 2000));
        Result refused = fovea("import", model.toString(), "--out", run);
        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("cut short"), refused.err());
        assertFalse(Files.exists(folder.resolve("runs")));
    }

    @Test
    void classNamesMustBeAsManyAsTheNetTellsApart() throws IOException {
        Path names = Files.writeString(folder.resolve("names.txt"), "cat\ndog\nbird\n");
        Result refused =
                fovea("import", model.toString(), "--out", run, "--classes", names.toString());
        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("tells 2 classes apart, and 3 are named"));
        Files.writeString(names, "cat\ndog\n");
        assertEquals(
                0,
                fovea("import", model.toString(), "--out", run, "--classes", names.toString())
                        .exitCode());
    }

    @Test
    void aFileOfAnotherKindIsToldWhatIsKnown() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "hello");
        Result refused = fovea("import", text.toString(), "--out", run);
        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("Keras (.keras, .h5), Deeplearning4j (.zip)"));
        assertEquals(2, fovea("import", folder + "/missing.h5", "--out", run).exitCode());
    }
}
