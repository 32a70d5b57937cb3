package fovea.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A tensor with its elements (`TensorProto`).
record TensorProto(String name, ElementType type, List<Long> dims, TensorData data)
        implements Message {
    private static final int EXTERNAL = 1;

    TensorProto {
        dims = List.copyOf(dims);
    }

    @Override
    public void write(Writer out) throws IOException {
        out.integers(1, dims);
        out.integer(2, type.number());
        out.text(8, name);
        switch (data) {
            case TensorData.Raw raw -> out.bytes(9, raw.bytes());
            case TensorData.External external -> {
                out.entries(13, external.entries());
                out.integer(14, EXTERNAL);
            }
            case TensorData.Absent absent -> {}
            case TensorData.Listed listed ->
                    throw new IllegalStateException("only counted, not kept: " + name);
        }
    }

    static TensorProto read(Reader in) throws IOException {
        String name = "";
        ElementType type = ElementType.UNDEFINED;
        List<Long> dims = new ArrayList<>();
        Contents contents = new Contents();
        for (int field = in.next(); field != 0; field = in.next()) {
            switch (field) {
                case 1 -> in.integers(dims);
                case 2 -> type = ElementType.of(in.integer());
                case 8 -> name = in.text();
                default -> contents.read(field, in);
            }
        }
        return new TensorProto(name, type, dims, contents.data(name));
    }

    /// The fields that can hold the elements. More than one in use is refused, since readers differ
    /// in which they would take.
    private static final class Contents {
        private final Map<Integer, Long> counts = new LinkedHashMap<>();
        private final Map<String, String> external = new LinkedHashMap<>();
        private ByteBuffer raw = ByteBuffer.allocate(0);
        private boolean outside;

        void read(int field, Reader in) throws IOException {
            switch (field) {
                case 3 ->
                        throw Malformed.damaged("it has a tensor in segments, which nobody reads");
                case 4 -> add(field, in.fixed(Float.BYTES));
                case 10 -> add(field, in.fixed(Double.BYTES));
                case 5, 7, 11 -> add(field, in.varints());
                case 6 -> {
                    in.bytes();
                    add(field, 1);
                }
                case 9 -> raw = in.bytes();
                case 13 -> in.entry(external);
                case 14 -> outside = in.integer() == EXTERNAL;
                default -> in.skip();
            }
        }

        private void add(int field, long count) {
            if (count > 0) {
                counts.merge(field, count, Long::sum);
            }
        }

        TensorData data(String name) throws Malformed {
            List<TensorData> found = new ArrayList<>();
            counts.forEach((field, count) -> found.add(new TensorData.Listed(field, count)));
            if (raw.hasRemaining()) {
                found.add(new TensorData.Raw(raw));
            }
            if (outside || !external.isEmpty()) {
                found.add(new TensorData.External(external));
            }
            if (found.size() > 1) {
                throw Malformed.damaged("tensor '" + name + "' has its elements twice");
            }
            return found.isEmpty() ? new TensorData.Absent() : found.getFirst();
        }
    }
}
