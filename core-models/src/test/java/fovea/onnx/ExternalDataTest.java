package fovea.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.problem.InvalidInputException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class ExternalDataTest {
    @TempDir private Path root;

    private Path folder = Path.of("");

    @BeforeEach
    void twoFilesOfWeights() throws IOException {
        folder = root.resolve("model");
        Files.createDirectories(folder.resolve("weights"));
        Files.write(root.resolve("secret.bin"), new byte[12]);
        Files.write(folder.resolve("w.bin"), new byte[16]);
        Files.write(folder.resolve("weights/w.bin"), new byte[12]);
    }

    @Test
    void weightsInAFileBesideTheModelAreTaken() throws IOException {
        assertEquals(folder, read(Map.of("location", "w.bin")).folder().orElseThrow());
        read(Map.of("location", "weights/w.bin", "length", "12"));
        read(Map.of("location", "w.bin", "offset", "4", "length", "12"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "../secret.bin",
                "weights/../../secret.bin",
                "weights/..",
                "/etc/passwd",
                "C:/w.bin",
                "C:w.bin",
                "..\\secret.bin",
                "\\\\server\\w.bin",
                "w.bin\0/../../secret.bin"
            })
    void pathsThatLeaveTheFolderOnAnySystemAreRefused(String location) {
        String message = refusal(Map.of("location", location));
        assertTrue(message.contains("which is not inside the model's folder"), message);
    }

    @Test
    void linksThatLeaveTheFolderAreRefused() throws IOException {
        Files.createSymbolicLink(folder.resolve("file.bin"), root.resolve("secret.bin"));
        Files.createSymbolicLink(folder.resolve("up"), root);
        Files.createSymbolicLink(folder.resolve("near.bin"), folder.resolve("w.bin"));
        for (String location : List.of("file.bin", "up/secret.bin")) {
            String message = refusal(Map.of("location", location));
            assertTrue(message.contains("which is not inside the model's folder"), message);
        }
        read(Map.of("location", "near.bin"));
    }

    @Test
    void missingFilesAndFoldersAreNamed() {
        assertTrue(refusal(Map.of("location", "w2.bin")).contains("'w2.bin', which is not there"));
        assertTrue(refusal(Map.of("location", "weights")).contains("'weights', which is no file"));
    }

    @Test
    void partsMustLieInTheFileAndFitTheShape() {
        for (Map<String, String> part :
                List.of(
                        Map.of("offset", "5"),
                        Map.of("offset", "16"),
                        Map.of("offset", "999999999999999999"),
                        Map.of("length", "8"),
                        Map.of("length", "16"))) {
            Map<String, String> entries = new java.util.HashMap<>(part);
            entries.put("location", "w.bin");
            String message = refusal(entries);
            assertTrue(message.contains("tensor 'w' does not fit into 'w.bin'"), message);
        }
        for (String offset : List.of("-1", "9999999999999999999", "x", "")) {
            String message = refusal(Map.of("location", "w.bin", "offset", offset));
            assertTrue(message.contains("lies at no place in its file"), message);
        }
    }

    @Test
    void tensorsThatTogetherClaimMoreThanTheFilesHoldAreRefused() throws IOException {
        TensorData data = new TensorData.External(Map.of("location", "w.bin"));
        TensorProto one = new TensorProto("w", ElementType.FLOAT, List.of(3L), data);
        TensorProto two = new TensorProto("v", ElementType.FLOAT, List.of(3L), data);
        Path path = folder.resolve("model.onnx");
        Files.write(
                path,
                TestModels.bytes(
                        TestModels.model(
                                List.of(TestModels.COPY),
                                List.of(one, two),
                                List.of(TestModels.X),
                                List.of(TestModels.Y))));
        String message =
                String.valueOf(
                        assertThrows(InvalidInputException.class, () -> OnnxFile.read(path))
                                .getMessage());
        assertTrue(message.contains("share parts of 'w.bin'"), message);
    }

    @Test
    void aModelInMemoryMustHoldItsWeights() {
        byte[] bytes = TestModels.external(Map.of("location", "w.bin"));
        assertEquals(
                "m: tensor 'w' lies in another file; export the model with its weights inside",
                assertThrows(InvalidInputException.class, () -> OnnxFile.of("m", bytes))
                        .getMessage());
    }

    private OnnxFile read(Map<String, String> entries) throws IOException {
        Path path = folder.resolve("model.onnx");
        Files.write(path, TestModels.external(entries));
        return OnnxFile.read(path);
    }

    private String refusal(Map<String, String> entries) {
        return String.valueOf(
                assertThrows(InvalidInputException.class, () -> read(entries)).getMessage());
    }
}
