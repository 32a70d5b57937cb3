package fovea.engine.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.engine.Device;
import fovea.engine.EngineException;
import fovea.graph.Graph;
import fovea.graph.Shape;
import fovea.onnx.Dimension;
import fovea.onnx.ElementType;
import fovea.onnx.ExportOptions;
import fovea.onnx.OnnxExport;
import fovea.onnx.OnnxFile;
import fovea.onnx.TestModels;
import fovea.problem.InvalidInputException;
import fovea.tensor.HostTensor;
import fovea.tensor.Layout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

class OnnxSessionTest {
    private static final HostTensor TWO_ROWS =
            HostTensor.of(List.of(2, 3), 1, 2.4f, -3, 300, 0, -129);

    @Test
    void tellsWhatItTakesAndGives() {
        try (OnnxSession session = open(TestModels.copying(ElementType.FLOAT))) {
            assertEquals("[x: FLOAT N×3]", session.inputs().toString());
            assertEquals("[y: FLOAT N×3]", session.outputs().toString());
        }
    }

    @Test
    void theNewestVersionsThatAreAcceptedRun() {
        try (OnnxSession session = open(TestModels.newest())) {
            assertArrayEquals(TWO_ROWS.toArray(), y(session, TWO_ROWS).toArray());
        }
    }

    @Test
    void takesBatchesOfAnySizeOneAfterTheOther() {
        try (OnnxSession session = open(TestModels.copying(ElementType.FLOAT))) {
            for (int samples : new int[] {1, 5, 2, 5}) {
                HostTensor x = HostTensor.zeros(samples, 3);
                x.data().put(samples * 3 - 1, samples);
                assertArrayEquals(x.toArray(), y(session, x).toArray());
            }
        }
    }

    @Test
    void resultsAreTheCallersOwn() {
        try (OnnxSession session = open(TestModels.copying(ElementType.FLOAT))) {
            HostTensor first = y(session, TWO_ROWS);
            HostTensor second = y(session, HostTensor.zeros(2, 3));
            assertArrayEquals(TWO_ROWS.toArray(), first.toArray());
            assertArrayEquals(new float[6], second.toArray());
        }
    }

    @Test
    void imagesWithChannelsLastAreTakenAsWhatTheyAre() {
        Graph graph =
                Graph.build("relu", g -> g.output("y", g.relu(g.input("x", Shape.image(3, 2, 2)))));
        byte[] model = OnnxExport.of(graph, Map.of(), ExportOptions.plain()).bytes();
        HostTensor image = HostTensor.zeros(Layout.CHANNELS_LAST, List.of(2, 3, 2, 2));
        for (int i = 0; i < image.elements(); i++) {
            image.data().put(i, i);
        }
        try (OnnxSession session = open(model)) {
            float[] planes = {
                0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11, 12, 15, 18, 21, 13, 16, 19, 22, 14, 17, 20, 23
            };
            assertArrayEquals(planes, y(session, image).toArray());
            assertArrayEquals(
                    java.util.Arrays.copyOf(planes, 12), y(session, image.first(1)).toArray());
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "FLOAT",
                "DOUBLE",
                "FLOAT16",
                "BFLOAT16",
                "INT8",
                "UINT8",
                "INT16",
                "INT32",
                "INT64",
                "BOOL"
            })
    void elementsOfEveryTypeAreConverted(ElementType type) {
        float[] wanted =
                switch (type) {
                    case FLOAT, DOUBLE -> TWO_ROWS.toArray();
                    case FLOAT16 -> new float[] {1, 2.4003906f, -3, 300, 0, -129};
                    case BFLOAT16 -> new float[] {1, 2.40625f, -3, 300, 0, -129};
                    case INT8 -> new float[] {1, 2, -3, 127, 0, -128};
                    case UINT8 -> new float[] {1, 2, 0, 255, 0, 0};
                    case BOOL -> new float[] {1, 1, 1, 1, 0, 1};
                    default -> new float[] {1, 2, -3, 300, 0, -129};
                };
        try (OnnxSession session = open(TestModels.copying(type))) {
            assertEquals(type, session.inputs().getFirst().type());
            assertArrayEquals(wanted, y(session, TWO_ROWS).toArray());
        }
    }

    /// Between two neighbours of bfloat16 that are 1/64 apart, the even one is 2.
    @Test
    void bfloat16IsRoundedToTheNearestAndTheEven() {
        float step = 1 / 64f;
        HostTensor x =
                HostTensor.of(
                        List.of(4, 3),
                        2 + 0.49f * step,
                        2 + 0.5f * step,
                        2 + 0.51f * step,
                        2 + 1.5f * step,
                        -2 - 0.51f * step,
                        Float.MAX_VALUE,
                        Float.NaN,
                        Float.intBitsToFloat(0x7f80_0001),
                        Float.intBitsToFloat(0xffff_ffff),
                        Float.POSITIVE_INFINITY,
                        Float.NEGATIVE_INFINITY,
                        -0f);
        float[] wanted = {
            2,
            2,
            2 + step,
            2 + 2 * step,
            -2 - step,
            Float.POSITIVE_INFINITY,
            Float.NaN,
            Float.NaN,
            Float.NaN,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            -0f
        };
        try (OnnxSession session = open(TestModels.copying(ElementType.BFLOAT16))) {
            assertArrayEquals(wanted, y(session, x).toArray());
        }
    }

    @Test
    void elementsThatAreNoNumbersOfOursAreRefused() {
        for (ElementType type : List.of(ElementType.STRING, ElementType.UINT64)) {
            String message =
                    message(
                            InvalidInputException.class,
                            () -> open(TestModels.copying(type)).close());
            assertTrue(message.contains("is not a tensor of numbers"), message);
        }
    }

    @Test
    void shapesThatAreNotToldOrToldWrongDoNotMatter() {
        for (byte[] model :
                List.of(
                        TestModels.silent(),
                        TestModels.saying(new Dimension.Dynamic(""), new Dimension.Dynamic("")),
                        TestModels.saying(new Dimension.Dynamic("M"), new Dimension.Fixed(3)))) {
            try (OnnxSession session = open(model)) {
                assertEquals(List.of(2, 3), y(session, TWO_ROWS).shape());
                assertArrayEquals(TWO_ROWS.toArray(), y(session, TWO_ROWS).toArray());
            }
        }
    }

    @Test
    void missingAndMisshapenInputsAreNamed() {
        try (OnnxSession session = open(TestModels.copying(ElementType.FLOAT))) {
            assertEquals(
                    "input 'x' is missing, given are []",
                    message(EngineException.class, () -> session.run(Map.of())));
            String message =
                    message(
                            EngineException.class,
                            () -> session.run(Map.of("x", HostTensor.zeros(2, 4))));
            assertTrue(message.startsWith("the model takes x: FLOAT N×3, not [2, 4]"), message);
        }
    }

    @Test
    void whatOnnxRuntimeCannotOpenIsInvalidInput() {
        String message =
                message(
                        InvalidInputException.class,
                        () -> open(TestModels.unknownOperator()).close());
        assertTrue(message.startsWith("model: ONNX Runtime cannot open it ("), message);
        assertTrue(message.contains("Oddity"), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void weightsInAFileBesideTheModelAreFound(@TempDir Path folder) throws IOException {
        ByteBuffer weights = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        weights.putLong(0, 7).putFloat(8, 10).putFloat(12, 20).putFloat(16, 30);
        Files.write(folder.resolve("w.bin"), weights.array());
        Path path = folder.resolve("model.onnx");
        Files.write(path, TestModels.external(Map.of("location", "w.bin", "offset", "8")));
        try (OnnxSession session = OnnxSession.open(path)) {
            HostTensor x = HostTensor.of(List.of(1, 3), 1, 2, 3);
            assertArrayEquals(new float[] {11, 22, 33}, y(session, x).toArray());
        }
    }

    @Test
    void afterClosingNothingRuns() {
        OnnxSession session = open(TestModels.copying(ElementType.FLOAT));
        session.close();
        assertThrows(IllegalStateException.class, () -> y(session, TWO_ROWS));
    }

    private static OnnxSession open(byte[] model) {
        return OnnxSession.open(OnnxFile.of("model", model), Device.CPU);
    }

    private static HostTensor y(OnnxSession session, HostTensor x) {
        return Objects.requireNonNull(session.run(Map.of("x", x)).get("y"));
    }

    private static String message(Class<? extends Exception> type, Executable work) {
        return String.valueOf(assertThrows(type, work).getMessage());
    }
}
