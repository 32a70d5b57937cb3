package fovea.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fovea.app.cli.FoveaCommand;
import fovea.checkpoint.Checkpoint;
import fovea.deployment.ModelFile;
import fovea.deployment.Predictor;
import fovea.engine.Device;
import fovea.experiment.Catalog;
import fovea.image.ImageFile;
import fovea.plugin.Plugins;
import fovea.run.RunFolder;
import fovea.sample.ClassScores;
import fovea.sample.Sample;
import fovea.tensor.HostTensor;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A net leaves as ONNX and as a bundle, and says the same everywhere.
class ExportTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DIGITS =
            Path.of(System.getProperty("fovea.root", "."), "assets/data/digits");

    @TempDir private static Path folder;

    private static Path run = Path.of("");

    @BeforeAll
    static void trainALittle() throws IOException {
        said(
                "train",
                "digits",
                "--runs",
                folder.resolve("runs").toString(),
                "--set",
                "training.epochs=2",
                "--set",
                "data.limit=200",
                "--set",
                "model.backbone.depth=8");
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            run = runs.findFirst().orElseThrow();
        }
    }

    private static String said(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = FoveaCommand.run(new PrintWriter(out), new PrintWriter(err), words);
        assertEquals(0, code, err.toString());
        return out.toString();
    }

    private static JsonNode json(String... words) throws IOException {
        return JSON.readTree(said(words));
    }

    private static Path exported(String name, String precision) throws IOException {
        Path file = folder.resolve(name);
        JsonNode result =
                json(
                        "export",
                        run.toString(),
                        "--out",
                        file.toString(),
                        "--precision",
                        precision,
                        "--json");
        assertEquals(359, result.get("samples").asInt());
        double most = precision.equals("fp32") ? 1e-4 : precision.equals("fp16") ? 0.02 : 0.3;
        assertTrue(result.get("largest_difference").asDouble() < most, result.toString());
        assertEquals("accuracy/top1", result.get("metric").asText());
        assertTrue(result.get("milliseconds_after").asDouble() > 0);
        return file;
    }

    @Test
    void theExportIsJudgedAsTheRunIs() throws IOException {
        double wanted = json("test", run.toString(), "--json").get("accuracy/top1").asDouble();
        for (String name : List.of("digits.onnx", "digits.fovea")) {
            Path file = exported(name, "fp32");
            JsonNode result = json("export", run.toString(), "--out", file.toString(), "--json");
            assertEquals(wanted, result.get("value_after").asDouble(), 1e-9, name);
            JsonNode whole = json("test", file.toString(), "--data", DIGITS.toString(), "--json");
            assertEquals(1797, whole.get("samples").asInt());
            assertTrue(whole.get("loss").isNull());
            JsonNode run =
                    json("test", ExportTest.run.toString(), "--data", DIGITS.toString(), "--json");
            assertEquals(
                    run.get("accuracy/top1").asDouble(),
                    whole.get("accuracy/top1").asDouble(),
                    1e-9);
        }
    }

    @Test
    void smallerNumbersMakeSmallerFiles() throws IOException {
        long whole = Files.size(exported("whole.onnx", "fp32"));
        long half = Files.size(exported("half.onnx", "fp16"));
        long quarter = Files.size(exported("quarter.onnx", "int8"));
        assertTrue(half < 0.6 * whole, half + " of " + whole);
        assertTrue(quarter < half, quarter + " of " + half);
    }

    @Test
    void predictReadsABundle() throws IOException {
        Path file = exported("predicting.fovea", "fp32");
        try (Stream<Path> images = Files.walk(DIGITS)) {
            Path image =
                    images.filter(p -> p.toString().endsWith(".png"))
                            .sorted()
                            .findFirst()
                            .orElseThrow();
            JsonNode shown =
                    json(
                            "predict",
                            file.toString(),
                            image.toString(),
                            "--out",
                            folder.resolve("predictions").toString(),
                            "--json");
            assertEquals(3, shown.get(0).get("top").size());
        }
    }

    @Test
    void aNetThatItsTrainingBrokeIsRefusedInEveryPrecisionAndNothingIsWritten() throws IOException {
        RunFolder broken = new RunFolder(folder.resolve("broken"));
        Files.createDirectories(broken.bestCheckpoint().getParent());
        RunFolder small = new RunFolder(run);
        for (Path file : List.of(small.experiment(), small.summary())) {
            Files.copy(file, broken.root().resolve(file.getFileName()));
        }
        Checkpoint trained = Checkpoint.load(small.bestCheckpoint());
        HostTensor bias = Objects.requireNonNull(trained.state().best().tensors().get("head.bias"));
        bias.data().put(0, Float.NaN);
        trained.save(broken.bestCheckpoint());
        Files.copy(broken.bestCheckpoint(), broken.lastCheckpoint());
        Path file = folder.resolve("broken.onnx");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                FoveaCommand.run(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        "export",
                        broken.root().toString(),
                        "--out",
                        file.toString(),
                        "--precision",
                        "int8");
        assertNotEquals(0, code, out.toString());
        assertTrue(err.toString().contains("is no number"), err.toString());
        assertFalse(Files.exists(file));
    }

    @Test
    void aNameThatDoesNotSayWhatIsInItIsRefusedAndNothingIsWritten() {
        StringWriter err = new StringWriter();
        Path file = folder.resolve("net.zip");
        int code =
                FoveaCommand.run(
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err),
                        "export",
                        run.toString(),
                        "--out",
                        file.toString());
        assertEquals(2, code);
        assertTrue(err.toString().contains(".fovea"), err.toString());
        assertFalse(Files.exists(file));
    }

    /// The lines between the marks stand in `core-models/README.md`.
    @Test
    void tenLinesOfJavaLoadABundleAndPredict() throws IOException {
        Path bundle = exported("snippet.fovea", "fp32");
        Path picture = DIGITS.resolve("7").resolve(first(DIGITS.resolve("7")));
        // begin of the snippet
        Catalog catalog = Catalog.of(Plugins.discover().all());
        try (Predictor net = ModelFile.open(bundle, catalog, Device.CPU)) {
            Sample sample = Sample.of("a picture", new ImageFile(picture));
            Sample predicted = net.predict(List.of(sample)).getFirst();
            ClassScores scores = (ClassScores) predicted.predictions().getFirst();
            String best = net.deployment().classes().get(scores.best());
            System.out.printf(
                    "%s with a score of %.2f%n", best, scores.scores().get(scores.best()));
        }
        // end of the snippet
        String readme =
                Files.readString(
                        Path.of(System.getProperty("fovea.root", "."), "core-models/README.md"));
        assertTrue(readme.contains(snippet()), snippet());
    }

    private static String first(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(p -> String.valueOf(p.getFileName()))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String snippet() throws IOException {
        String text =
                Files.readString(
                        Path.of(
                                System.getProperty("fovea.root", "."),
                                "src/test/src/test/java/fovea/product/ExportTest.java"));
        int begin = text.indexOf('\n', text.indexOf("// begin of the snippet")) + 1;
        return text.substring(begin, text.lastIndexOf('\n', text.indexOf("// end of the snippet")))
                .stripIndent();
    }
}
