package fovea.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fovea.app.cli.FoveaCommand;
import fovea.run.EventReader;
import fovea.run.RunFolder;
import fovea.training.TrainEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// One run on one engine after another, as a user chooses them.
class EnginesTest {
    private static final int EPOCHS = 3;

    @TempDir private Path directory;

    @Test
    void aRunBegunOnDl4jEndsOnTorchAndIsTestedOnAll() throws IOException {
        RunFolder run = new RunFolder(directory.resolve("run"));
        FoveaProcess training =
                FoveaProcess.start(
                        directory,
                        "train",
                        "digits",
                        "--engine",
                        "dl4j",
                        "--run",
                        run.root().toString(),
                        "--set",
                        "training={epochs: %d, ema: 0.9}".formatted(EPOCHS),
                        "--set",
                        "model.backbone.depth=8",
                        "--set",
                        "data.limit=400");
        training.waitFor(() -> validated(run).size() == 1);
        Files.createFile(run.stopRequest());
        assertEquals(0, training.await().exitCode());
        int before = validated(run).size();
        assertTrue(before < EPOCHS, "it was stopped before its end");

        said("train", "--resume", run.root().toString(), "--engine", "torch");
        List<TrainEvent.Validated> epochs = validated(run);
        assertEquals(EPOCHS, epochs.size());
        assertTrue(
                epochs.getLast().trainLoss() < epochs.get(before - 1).trainLoss(),
                "it goes on learning: " + epochs);

        JsonNode torch = tested(run, "torch");
        for (String other : List.of("dl4j", "onnx")) {
            JsonNode result = tested(run, other);
            assertEquals(
                    torch.get("accuracy/top1").asDouble(),
                    result.get("accuracy/top1").asDouble(),
                    1e-9,
                    other);
            assertEquals(torch.get("samples"), result.get("samples"), other);
        }
    }

    private static JsonNode tested(RunFolder run, String engine) throws IOException {
        return new ObjectMapper()
                .readTree(said("test", run.root().toString(), "--engine", engine, "--json"));
    }

    private static String said(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = FoveaCommand.run(new PrintWriter(out), new PrintWriter(err), words);
        assertEquals(0, code, err.toString());
        return out.toString();
    }

    private static List<TrainEvent.Validated> validated(RunFolder run) {
        return Files.exists(run.events())
                ? EventReader.readAll(run.events()).stream()
                        .filter(TrainEvent.Validated.class::isInstance)
                        .map(TrainEvent.Validated.class::cast)
                        .toList()
                : List.of();
    }
}
