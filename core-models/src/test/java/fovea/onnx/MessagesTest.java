package fovea.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class MessagesTest {
    private static final TensorProto RAW =
            new TensorProto(
                    "raw",
                    ElementType.INT8,
                    List.of(2L, 2L),
                    new TensorData.Raw(ByteBuffer.wrap(new byte[] {1, -1, 0, 127})));
    private static final TensorProto OUTSIDE =
            new TensorProto(
                    "outside",
                    ElementType.DOUBLE,
                    List.of(),
                    new TensorData.External(Map.of("location", "w.bin", "offset", "8")));
    private static final GraphProto BODY =
            new GraphProto(
                    "body",
                    List.of(),
                    List.of(new TensorProto("none", ElementType.BOOL, List.of(0L), absent())),
                    List.of(),
                    List.of(new ValueInfo("any", ElementType.INT64, Optional.empty())));

    @Test
    void aModelIsReadAsItWasWritten() throws IOException {
        NodeProto node =
                new NodeProto(
                        "node",
                        "com.microsoft:Gelu",
                        List.of("a", "", "b"),
                        List.of("y"),
                        List.of(
                                AttributeProto.real("real", -0.5),
                                AttributeProto.whole("whole", Long.MIN_VALUE),
                                AttributeProto.wholes("wholes", 0, -1, 1L << 40),
                                AttributeProto.text("text", "grün"),
                                attribute("reals", new AttributeValue.Reals(List.of(1f, 2f))),
                                attribute("texts", new AttributeValue.Texts(List.of("", "t"))),
                                attribute("inside", new AttributeValue.Tensors(List.of(RAW))),
                                attribute("bodies", new AttributeValue.Graphs(List.of(BODY)))));
        GraphProto graph =
                new GraphProto(
                        "graph",
                        List.of(node),
                        List.of(RAW, OUTSIDE),
                        List.of(TestModels.X),
                        List.of(TestModels.floats("y"), TestModels.Y));
        ModelProto model =
                new ModelProto(
                        new ModelProto.Origin(8, "fovea", "1.2", "a net"),
                        Map.of("", 17L, "com.microsoft", 1L),
                        graph,
                        Map.of("labels", "[\"猫\"]", "empty", ""),
                        List.of());
        byte[] bytes = TestModels.bytes(model);
        assertEquals(model, ModelProto.read(new Reader(bytes)));
        assertEquals(bytes.length, Writer.size(model));
    }

    @Test
    void onlyThePartOfABufferThatIsMeantIsWritten() throws IOException {
        ByteBuffer part = ByteBuffer.wrap(new byte[] {9, 1, 2, 9, 9}).position(1).limit(3);
        TensorProto tensor =
                new TensorProto("t", ElementType.UINT8, List.of(2L), new TensorData.Raw(part));
        TensorProto read = TensorProto.read(new Reader(TestModels.bytes(tensor)));
        assertEquals(new TensorData.Raw(ByteBuffer.wrap(new byte[] {1, 2})), read.data());
    }

    private static AttributeProto attribute(String name, AttributeValue value) {
        return new AttributeProto(name, List.of(value));
    }

    private static TensorData absent() {
        return new TensorData.Absent();
    }
}
