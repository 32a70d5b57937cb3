package fovea.engine.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fovea.deployment.ModelFile;
import fovea.engine.Device;
import fovea.experiment.Catalog;
import fovea.onnx.OnnxFile;
import fovea.plugin.CorePlugin;
import fovea.problem.InvalidInputException;
import fovea.tensor.HostTensor;
import fovea.tensor.Layout;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A model as another program writes it: its own names, channels last, no metadata.
class ForeignModelTest {
    @TempDir private Path folder;
    private Path path = Path.of("");

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ForeignModelTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    @BeforeEach
    void write() throws IOException {
        path = Files.write(folder.resolve("foreign.onnx"), resource("foreign.onnx"));
    }

    private static HostTensor images(int... shape) {
        List<Integer> sizes = java.util.Arrays.stream(shape).boxed().toList();
        HostTensor images = HostTensor.zeros(Layout.CONTIGUOUS, sizes);
        for (int i = 0; i < images.elements(); i++) {
            images.data().put(i, (7919L * i + 13L * (i / 7)) % 256 / 255f);
        }
        return images;
    }

    @Test
    void saysWhatItTakes() {
        OnnxFile file = OnnxFile.read(path);
        assertEquals("[input_1:0: FLOAT unk__40×10×9×3]", file.inputs().toString());
        assertEquals("[Identity:0: FLOAT unk__41×5]", file.outputs().toString());
        assertEquals(17, file.opset());
        assertEquals(Map.of(), file.metadata());
        assertEquals("", file.producer());
    }

    @Test
    void computesWhatWasWorkedOutElsewhere() throws IOException {
        JsonNode wanted = new ObjectMapper().readTree(resource("foreign.json"));
        try (OnnxSession session = OnnxSession.open(OnnxFile.read(path), Device.CPU)) {
            HostTensor found =
                    Objects.requireNonNull(
                            session.run(Map.of("input_1:0", images(2, 10, 9, 3)))
                                    .get("Identity:0"));
            assertEquals(List.of(2, 5), found.shape());
            for (int i = 0; i < 10; i++) {
                double expected = wanted.path("outputs").path(i).doubleValue();
                assertEquals(expected, found.data().get(i), 1e-6, "output " + i);
            }
        }
    }

    @Test
    void withoutMetadataItsUserIsAskedForThem() {
        Catalog catalog = Catalog.of(List.of(new CorePlugin()));
        String message =
                String.valueOf(
                        assertThrows(
                                        InvalidInputException.class,
                                        () -> ModelFile.open(path, catalog, Device.CPU).close())
                                .getMessage());
        assertTrue(message.contains("the model does not say how images reach it"), message);
        assertTrue(message.contains("foreign.yaml"), message);
    }
}
