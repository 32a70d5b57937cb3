package fovea.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A named attribute of a node (`AttributeProto`).
///
/// @param values all that it holds; one, in a file that keeps to the standard
record AttributeProto(String name, List<AttributeValue> values) implements Message {
    AttributeProto {
        values = List.copyOf(values);
    }

    static AttributeProto real(String name, double value) {
        return new AttributeProto(name, List.of(new AttributeValue.Real((float) value)));
    }

    static AttributeProto whole(String name, long value) {
        return new AttributeProto(name, List.of(new AttributeValue.Whole(value)));
    }

    static AttributeProto wholes(String name, long... values) {
        List<Long> list = Arrays.stream(values).boxed().toList();
        return new AttributeProto(name, List.of(new AttributeValue.Wholes(list)));
    }

    static AttributeProto text(String name, String value) {
        return new AttributeProto(name, List.of(new AttributeValue.Text(value)));
    }

    @Override
    public void write(Writer out) throws IOException {
        out.text(1, name);
        for (AttributeValue value : values) {
            write(out, value);
        }
    }

    private void write(Writer out, AttributeValue value) throws IOException {
        switch (value) {
            case AttributeValue.Real real -> {
                out.real(2, real.value());
                out.integer(20, 1);
            }
            case AttributeValue.Whole whole -> {
                out.integer(3, whole.value());
                out.integer(20, 2);
            }
            case AttributeValue.Text text -> {
                out.bytes(4, ByteBuffer.wrap(text.value().getBytes(StandardCharsets.UTF_8)));
                out.integer(20, 3);
            }
            case AttributeValue.Wholes wholes -> {
                out.integers(8, wholes.values());
                out.integer(20, 7);
            }
            case AttributeValue.Reals reals -> {
                for (float one : reals.values()) {
                    out.real(7, one);
                }
                out.integer(20, 6);
            }
            case AttributeValue.Texts texts -> {
                out.texts(9, texts.values());
                out.integer(20, 8);
            }
            case AttributeValue.Tensors tensors -> {
                out.messages(10, tensors.values());
                out.integer(20, 9);
            }
            case AttributeValue.Graphs graphs -> {
                out.messages(11, graphs.values());
                out.integer(20, 10);
            }
        }
    }

    static AttributeProto read(Reader in) throws IOException {
        Contents contents = new Contents();
        for (int field = in.next(); field != 0; field = in.next()) {
            contents.read(field, in);
        }
        return new AttributeProto(contents.name, contents.values());
    }

    private static final class Contents {
        private String name = "";
        private final Set<Integer> single = new HashSet<>();
        private final List<AttributeValue> values = new ArrayList<>();
        private final List<Float> reals = new ArrayList<>();
        private final List<Long> wholes = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();
        private final List<TensorProto> tensors = new ArrayList<>();
        private final List<GraphProto> graphs = new ArrayList<>();

        void read(int field, Reader in) throws IOException {
            switch (field) {
                case 1 -> name = in.text();
                case 2 -> values.add(new AttributeValue.Real(in.real()));
                case 3 -> values.add(new AttributeValue.Whole(in.integer()));
                case 4 -> values.add(new AttributeValue.Text(string(in.bytes())));
                case 5 -> tensors.add(once(field, in.message(TensorProto::read)));
                case 6 -> graphs.add(once(field, in.message(GraphProto::read)));
                case 7 -> in.reals(reals);
                case 8 -> in.integers(wholes);
                case 9 -> texts.add(string(in.bytes()));
                case 10 -> tensors.add(in.message(TensorProto::read));
                case 11 -> graphs.add(in.message(GraphProto::read));
                case 22 -> tensors.addAll(once(field, in.message(GraphProto::readSparse)));
                case 23 -> tensors.addAll(in.message(GraphProto::readSparse));
                default -> in.skip();
            }
        }

        /// Readers of protobuf merge a message given twice into one that neither of them was.
        private <T> T once(int field, T message) throws Malformed {
            if (!single.add(field)) {
                throw Malformed.damaged("attribute '" + name + "' is given twice");
            }
            return message;
        }

        /// Attributes such as a pickled Python object are bytes that are no text.
        private static String string(ByteBuffer bytes) {
            return StandardCharsets.UTF_8.decode(bytes).toString();
        }

        List<AttributeValue> values() {
            List<AttributeValue> all = new ArrayList<>(values);
            if (!reals.isEmpty()) {
                all.add(new AttributeValue.Reals(reals));
            }
            if (!wholes.isEmpty()) {
                all.add(new AttributeValue.Wholes(wholes));
            }
            if (!texts.isEmpty()) {
                all.add(new AttributeValue.Texts(texts));
            }
            if (!tensors.isEmpty()) {
                all.add(new AttributeValue.Tensors(tensors));
            }
            if (!graphs.isEmpty()) {
                all.add(new AttributeValue.Graphs(graphs));
            }
            return all;
        }
    }
}
