package fovea.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.problem.InvalidInputException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class OnnxFileTest {
    @TempDir private Path folder;

    @Test
    void whatAModelSaysOfItselfCanBeRead() {
        ModelProto model =
                new ModelProto(
                        new ModelProto.Origin(8, "fovea", "1", "a net"),
                        Map.of("ai.onnx", 13L),
                        TestModels.adding(TestModels.raw(ElementType.FLOAT, List.of(3L), 12))
                                .graph(),
                        Map.of("labels", "cat"),
                        List.of());
        OnnxFile file = OnnxFile.of("m", TestModels.bytes(model));
        assertEquals("fovea 1", file.producer());
        assertEquals("a net", file.description());
        assertEquals(Map.of("labels", "cat"), file.metadata());
        assertEquals(13, file.opset());
        assertEquals("[x: FLOAT N×3]", file.inputs().toString());
        assertEquals("[y: FLOAT N×3]", file.outputs().toString());
        assertEquals(Optional.empty(), file.folder());
    }

    @Test
    void weightsThatOldFilesListAmongTheInputsAreNone() {
        ModelProto model =
                TestModels.model(
                        List.of(),
                        List.of(TestModels.raw(ElementType.FLOAT, List.of(3L), 12)),
                        List.of(TestModels.floats("w", new Dimension.Fixed(3)), TestModels.X),
                        List.of(TestModels.Y));
        assertEquals(List.of(TestModels.X), OnnxFile.of("m", TestModels.bytes(model)).inputs());
    }

    @Test
    void missingEmptyAndForeignFilesAreRefused() throws IOException {
        Path missing = folder.resolve("missing.onnx");
        assertEquals(
                missing + ": there is no such file or folder; check the path",
                message(() -> OnnxFile.read(missing)));
        assertTrue(message(() -> OnnxFile.read(folder)).contains("it is no file"));
        Path empty = Files.createFile(folder.resolve("empty.onnx"));
        assertEquals(
                empty + ": it is empty; copy or export the file again",
                message(() -> OnnxFile.read(empty)));
        Path text = Files.writeString(folder.resolve("text.onnx"), "PK\3\4 this is a zip");
        assertTrue(message(() -> OnnxFile.read(text)).startsWith(text + ": it is no ONNX model"));
    }

    @Test
    void aFileThatDoesNotFitIntoMemoryIsRefusedUnread() throws IOException {
        Path huge = folder.resolve("huge.onnx");
        try (var file = new java.io.RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(1L << 40);
        }
        assertTrue(message(() -> OnnxFile.read(huge)).contains("1024.0 GiB do not fit"));
    }

    @Test
    void versionsNewerThanOnnxRuntimeAreNamed() {
        GraphProto graph = TestModels.adding(weight(List.of(3L), 12)).graph();
        assertEquals(
                "m: it is written in version 14 of the format, 13 is the newest known here;"
                        + " export it again with opset 17",
                message(() -> check(TestModels.versioned(14, 17, graph))));
        assertEquals(
                "m: it uses the operators of opset 27, those of 1 to 26 are known here;"
                        + " export it again with opset 17",
                message(() -> check(TestModels.versioned(8, 27, graph))));
        assertTrue(message(() -> check(TestModels.versioned(0, 17, graph))).contains("no version"));
    }

    @Test
    void aModelWithoutGraphOrInterfaceIsRefused() {
        assertTrue(refusal(out -> out.integer(1, 8)).contains("it holds no graph"));
        assertTrue(refusal(ports(List.of(), List.of(TestModels.Y))).contains("takes no input"));
        assertTrue(refusal(ports(List.of(TestModels.X), List.of())).contains("gives no output"));
        assertTrue(
                refusal(ports(List.of(TestModels.X, TestModels.X), List.of(TestModels.Y)))
                        .contains("used twice: 'x'"));
    }

    @Test
    void aTensorMustBeAsLongAsItsShape() {
        OnnxFile.of("m", TestModels.bytes(TestModels.adding(weight(List.of(3L), 12))));
        String cause = "tensor 'w' has not as many elements as its shape";
        assertTrue(refusal(TestModels.adding(weight(List.of(3L), 11))).contains(cause));
        assertTrue(refusal(TestModels.adding(weight(List.of(4L), 12))).contains(cause));
        assertTrue(refusal(TestModels.adding(weight(List.of(3L), 0))).contains(cause));
        assertTrue(
                refusal(TestModels.adding(TestModels.raw(ElementType.INT4, List.of(3L), 3)))
                        .contains(cause));
    }

    @Test
    void shapesWhoseProductOverflowsAreRefused() {
        long big = 1L << 32;
        for (List<Long> dims :
                List.of(List.of(big, big), List.of(big, big, 0L, big), List.of(-1L, -3L))) {
            String message = refusal(TestModels.adding(weight(dims, 12)));
            boolean told = message.contains("an impossible shape") || message.contains("elements");
            assertTrue(told, message);
        }
    }

    @Test
    void elementsGivenTwiceOrOfNoTypeAreRefused() {
        Message twice =
                out -> {
                    out.integer(1, 1);
                    out.integer(2, 1);
                    out.real(4, 1);
                    out.bytes(9, java.nio.ByteBuffer.allocate(4));
                };
        assertTrue(refusal(graphWith(twice)).contains("has its elements twice"));
        assertTrue(
                refusal(TestModels.adding(TestModels.raw(ElementType.UNDEFINED, List.of(3L), 12)))
                        .contains("no known type"));
    }

    @Test
    void tensorsInAttributesOfInnerGraphsAreChecked() {
        NodeProto constant =
                new NodeProto(
                        "c",
                        "Constant",
                        List.of(),
                        List.of("c"),
                        List.of(tensors(weight(List.of(3L), 4))));
        GraphProto body = new GraphProto("b", List.of(constant), List.of(), List.of(), List.of());
        NodeProto branch =
                new NodeProto(
                        "if",
                        "If",
                        List.of("x"),
                        List.of("y"),
                        List.of(
                                new AttributeProto(
                                        "then_branch",
                                        List.of(new AttributeValue.Graphs(List.of(body))))));
        ModelProto model =
                TestModels.model(
                        List.of(branch), List.of(), List.of(TestModels.X), List.of(TestModels.Y));
        assertTrue(refusal(model).contains("tensor 'w' has not as many elements"));
    }

    @Test
    void messagesThatReadersWouldMergeAreRefused() {
        GraphProto graph = TestModels.adding(weight(List.of(3L), 12)).graph();
        Message two =
                out -> {
                    out.integer(1, 8);
                    out.message(7, graph);
                    out.message(7, graph);
                };
        assertTrue(refusal(two).contains("it holds two graphs"));
    }

    @Test
    void nestingAndNumberOfPartsAreLimited() {
        GraphProto graph = new GraphProto("g", List.of(), List.of(), List.of(), List.of());
        for (int i = 0; i < 100; i++) {
            NodeProto loop =
                    new NodeProto(
                            "n",
                            "Loop",
                            List.of(),
                            List.of(),
                            List.of(
                                    new AttributeProto(
                                            "body",
                                            List.of(new AttributeValue.Graphs(List.of(graph))))));
            graph = new GraphProto("g", List.of(loop), List.of(), List.of(), List.of());
        }
        GraphProto deep = graph;
        assertTrue(refusal(out -> out.message(7, deep)).contains("nested more than 40 deep"));
        byte[] nodes = new byte[5_000_000];
        for (int i = 0; i < nodes.length; i += 2) {
            nodes[i] = 1 << 3 | 2;
        }
        Message many = out -> out.bytes(7, java.nio.ByteBuffer.wrap(nodes));
        assertTrue(refusal(many).contains("more than 2000000 parts"));
    }

    @Test
    void groupsAndWrongWireTypesAreRefused() {
        byte[] groups = new byte[200_000];
        java.util.Arrays.fill(groups, (byte) (30 << 3 | 3));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(groups);
        assertTrue(message(() -> OnnxFile.of("m", bytes.toByteArray())).contains("no ONNX model"));
        assertTrue(refusal(out -> out.integer(7, 3)).contains("field 7 has the wrong type"));
    }

    @Test
    void whatIsCompiledForAnAcceleratorIsRefused() {
        NodeProto node =
                new NodeProto(
                        "ep", "com.microsoft:EPContext", List.of("x"), List.of("y"), List.of());
        ModelProto model =
                TestModels.model(
                        List.of(node), List.of(), List.of(TestModels.X), List.of(TestModels.Y));
        assertTrue(refusal(model).contains("was compiled for an accelerator"));
    }

    private static Message ports(List<ValueInfo> inputs, List<ValueInfo> outputs) {
        return TestModels.model(List.of(TestModels.COPY), List.of(), inputs, outputs);
    }

    private static Message graphWith(Message initializer) {
        return out -> {
            out.integer(1, 8);
            out.message(7, graph -> graph.message(5, initializer));
        };
    }

    private static TensorProto weight(List<Long> dims, int bytes) {
        return TestModels.raw(ElementType.FLOAT, dims, bytes);
    }

    private static AttributeProto tensors(TensorProto tensor) {
        return new AttributeProto("value", List.of(new AttributeValue.Tensors(List.of(tensor))));
    }

    private static void check(Message model) {
        OnnxFile.of("m", TestModels.bytes(model));
    }

    private static String refusal(Message model) {
        return message(() -> check(model));
    }

    private static String message(Executable work) {
        return String.valueOf(assertThrows(InvalidInputException.class, work).getMessage());
    }
}
