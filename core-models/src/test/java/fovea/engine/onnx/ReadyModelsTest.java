package fovea.engine.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fovea.engine.Device;
import fovea.onnx.Dimension;
import fovea.onnx.OnnxFile;
import fovea.onnx.ValueInfo;
import fovea.tensor.HostTensor;
import fovea.tensor.Layout;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Models that others made with PyTorch's exporter, from version 1.2 to 1.11.
class ReadyModelsTest {
    private static final Path MODELS =
            Path.of(System.getProperty("fovea.root", "."), "../shared/models");

    @ParameterizedTest
    @CsvSource({
        "FastestDet.onnx, input.1: FLOAT 1×3×352×352, 11, 1",
        "yunet_n_320.onnx, input: FLOAT 1×3×320×320, 11, 12",
        "version-RFB-320.onnx, input: FLOAT 1×3×240×320, 9, 2"
    })
    void openAndRun(String name, String input, long opset, int outputs) {
        Path path = MODELS.resolve(name);
        assumeTrue(Files.exists(path), "not there: " + path);
        OnnxFile file = OnnxFile.read(path);
        assertEquals("[" + input + "]", file.inputs().toString());
        assertEquals(opset, file.opset());
        assertTrue(file.producer().startsWith("pytorch 1."), file.producer());
        try (OnnxSession session = OnnxSession.open(file, Device.CPU)) {
            assertEquals(file.inputs(), session.inputs());
            assertEquals(file.outputs(), session.outputs());
            ValueInfo only = session.inputs().getFirst();
            Map<String, HostTensor> results = session.run(Map.of(only.name(), image(only)));
            assertEquals(outputs, results.size());
            for (ValueInfo output : session.outputs()) {
                HostTensor result = results.get(output.name());
                assertTrue(result != null && shape(output).equals(result.shape()), output.name());
                assertTrue(finite(result), output.name());
            }
        }
    }

    private static HostTensor image(ValueInfo input) {
        SplittableRandom random = new SplittableRandom(1);
        HostTensor image = HostTensor.zeros(Layout.CONTIGUOUS, shape(input));
        for (int i = 0; i < image.elements(); i++) {
            image.data().put(i, (float) random.nextDouble());
        }
        return image;
    }

    private static List<Integer> shape(ValueInfo value) {
        return value.dims().orElseThrow().stream()
                .map(dimension -> ((Dimension.Fixed) dimension).size())
                .map(Math::toIntExact)
                .toList();
    }

    private static boolean finite(HostTensor tensor) {
        for (float value : tensor.toArray()) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
