package fovea.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a model computes (`GraphProto`).
///
/// @param initializers weights and constants; when read, with the values and indices of sparse ones
record GraphProto(
        String name,
        List<NodeProto> nodes,
        List<TensorProto> initializers,
        List<ValueInfo> inputs,
        List<ValueInfo> outputs)
        implements Message {
    GraphProto {
        nodes = List.copyOf(nodes);
        initializers = List.copyOf(initializers);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    @Override
    public void write(Writer out) throws IOException {
        out.messages(1, nodes);
        out.text(2, name);
        out.messages(5, initializers);
        out.messages(11, inputs);
        out.messages(12, outputs);
    }

    static GraphProto read(Reader in) throws IOException {
        String name = "";
        List<NodeProto> nodes = new ArrayList<>();
        List<TensorProto> initializers = new ArrayList<>();
        List<ValueInfo> inputs = new ArrayList<>();
        List<ValueInfo> outputs = new ArrayList<>();
        for (int field = in.next(); field != 0; field = in.next()) {
            switch (field) {
                case 1 -> nodes.add(in.message(NodeProto::read));
                case 2 -> name = in.text();
                case 5 -> initializers.add(in.message(TensorProto::read));
                case 11 -> inputs.add(in.message(ValueInfo::read));
                case 12 -> outputs.add(in.message(ValueInfo::read));
                case 15 -> initializers.addAll(in.message(GraphProto::readSparse));
                default -> in.skip();
            }
        }
        return new GraphProto(name, nodes, initializers, inputs, outputs);
    }

    /// The values and the indices of a `SparseTensorProto`.
    static List<TensorProto> readSparse(Reader in) throws IOException {
        Optional<TensorProto> values = Optional.empty();
        Optional<TensorProto> indices = Optional.empty();
        for (int field = in.next(); field != 0; field = in.next()) {
            switch (field) {
                case 1 -> values = once(values, in);
                case 2 -> indices = once(indices, in);
                default -> in.skip();
            }
        }
        List<TensorProto> both = new ArrayList<>();
        values.ifPresent(both::add);
        indices.ifPresent(both::add);
        return both;
    }

    private static Optional<TensorProto> once(Optional<TensorProto> former, Reader in)
            throws IOException {
        TensorProto tensor = in.message(TensorProto::read);
        if (former.isPresent()) {
            throw Malformed.damaged("a sparse tensor is given twice");
        }
        return Optional.of(tensor);
    }
}
