package fovea.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fovea.app.cli.FoveaCommand;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/// The command line within this process: words in, output and exit code out.
class CommandLineTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private Path directory;

    private record Result(int exitCode, String out, String err) {}

    @Test
    void helpNamesEveryCommand() {
        Result result = run("--help");
        assertEquals(0, result.exitCode());
        for (String command :
                new String[] {
                    "demo",
                    "train",
                    "test",
                    "evaluate",
                    "predict",
                    "export",
                    "import",
                    "components",
                    "devices",
                    "schedule",
                    "benchmark"
                }) {
            assertTrue(result.out().contains(command), command);
        }
    }

    @Test
    void unknownWordsAreUsageErrors() {
        assertEquals(2, run("trian").exitCode());
        assertEquals(2, run("train").exitCode());
        assertEquals(2, run("evaluate").exitCode());
        assertEquals(2, run("benchmark", "train", "--model", "no-such-net").exitCode());
        assertEquals(2, run("benchmark", "train", "--size", "3x3").exitCode());
    }

    @Test
    void aMissingDeviceIsNamedTogetherWithWhatIsThere() {
        Result result = run("benchmark", "infer", "--steps", "5", "--device", "cuda:7");
        assertEquals(2, result.exitCode());
        assertTrue(result.err().contains("cuda:7") && result.err().contains("cpu"), result.err());
    }

    @Test
    void everyMistakeInAnExperimentIsToldAtOnceWithItsLine() throws IOException {
        Path file = directory.resolve("wrong.yaml");
        Files.writeString(
                file,
                """
                name: wrong
                data:
                  source: nowhere
                  input: {channels: 1, height: 8, width: 8}
                model: {type: image-clasifier, backbone: {type: lenet}}
                optimizer: {type: sgd, learning-rate: 0.1}
                training: {epochs: 0}
                """);
        Result result = run("train", file.toString());
        assertEquals(2, result.exitCode());
        assertTrue(result.err().contains("wrong.yaml:5"), result.err());
        assertTrue(result.err().contains("image-classifier"), result.err());
        assertTrue(result.err().contains("wrong.yaml:6"), result.err());
        assertTrue(result.err().contains("'lr'"), result.err());
        assertTrue(result.err().contains("wrong.yaml:7"), result.err());
        assertFalse(result.err().contains("\tat "), "no stack trace reaches the user");
    }

    @Test
    void benchmarkPrintsItsFourFigures() throws IOException {
        Result result =
                run(
                        "benchmark",
                        "train",
                        "--model",
                        "lenet",
                        "--batch",
                        "8",
                        "--steps",
                        "5",
                        "--json");
        assertEquals(0, result.exitCode(), result.err());
        JsonNode json = JSON.readTree(result.out());
        assertTrue(json.get("images_per_second").asDouble() > 0);
        assertTrue(json.get("peak_memory_mb").asLong() > 0);
        assertTrue(json.get("first_step_seconds").asDouble() > 0);
        assertEquals(431_080, json.get("parameters").asLong());
    }

    @Test
    void evaluateComputesAccuracyFromTwoFiles() throws IOException {
        Path truth = directory.resolve("truth.csv");
        Path predictions = directory.resolve("predictions.csv");
        Files.writeString(truth, "image,label\na,cat\nb,dog\nc,dog\nd,cat\n");
        Files.writeString(
                predictions, "image,cat,dog\nd,0.4,0.6\na,0.9,0.1\nb,0.2,0.8\nc,0.3,0.7\n");
        Result result =
                run(
                        "evaluate",
                        "--metric",
                        "accuracy",
                        "--truth",
                        truth.toString(),
                        "--predictions",
                        predictions.toString(),
                        "--json");
        assertEquals(0, result.exitCode(), result.err());
        assertEquals(75.0, JSON.readTree(result.out()).get("accuracy/top1").asDouble(), 1e-9);
    }

    @Test
    void evaluateRefusesFilesThatDoNotFit() throws IOException {
        Path truth = directory.resolve("truth.csv");
        Path predictions = directory.resolve("predictions.csv");
        Files.writeString(truth, "image,label\na,cat\nb,bird\n");
        Files.writeString(predictions, "image,cat,dog\na,0.9,0.1\n");
        Result result =
                run(
                        "evaluate",
                        "--metric",
                        "accuracy",
                        "--truth",
                        truth.toString(),
                        "--predictions",
                        predictions.toString());
        assertEquals(2, result.exitCode());
        assertTrue(result.err().contains("bird"), result.err());
    }

    @Test
    void scheduleDrawsTheReadyExperiment() {
        Result result = run("schedule", "fashion-mnist");
        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().contains("epochs of 187 steps"), result.out());
    }

    @Test
    void componentsCanBeReadByMachines() throws IOException {
        Result result = run("components", "--json");
        assertEquals(0, result.exitCode());
        JsonNode json = JSON.readTree(result.out());
        assertTrue(json.size() > 20);
        json.forEach(
                component ->
                        assertFalse(
                                component.get("help").asText().isEmpty(), component.toString()));
    }

    private static Result run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = FoveaCommand.run(new PrintWriter(out), new PrintWriter(err), words);
        return new Result(code, out.toString(), err.toString());
    }
}
