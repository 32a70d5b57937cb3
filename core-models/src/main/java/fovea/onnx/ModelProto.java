package fovea.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A whole file (`ModelProto`).
///
/// @param opsets version of the operators of each domain; the standard's own domain is ``
/// @param metadata what a writer adds for readers who know it
/// @param others when read, bodies of functions and of training, which are not written
record ModelProto(
        Origin origin,
        Map<String, Long> opsets,
        GraphProto graph,
        Map<String, String> metadata,
        List<GraphProto> others)
        implements Message {
    /// Version of the file format and who wrote the file.
    record Origin(long irVersion, String producer, String producerVersion, String description) {}

    ModelProto {
        opsets = Collections.unmodifiableMap(new LinkedHashMap<>(opsets));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        others = List.copyOf(others);
    }

    @Override
    public void write(Writer out) throws IOException {
        out.integer(1, origin.irVersion());
        out.text(2, origin.producer());
        out.text(3, origin.producerVersion());
        out.text(6, origin.description());
        out.message(7, graph);
        for (Map.Entry<String, Long> opset : opsets.entrySet()) {
            out.message(
                    8,
                    set -> {
                        set.text(1, opset.getKey());
                        set.integer(2, opset.getValue());
                    });
        }
        out.entries(14, metadata);
    }

    static ModelProto read(Reader in) throws IOException {
        Draft draft = new Draft();
        for (int field = in.next(); field != 0; field = in.next()) {
            draft.read(field, in);
        }
        return new ModelProto(
                new Origin(draft.irVersion, draft.producer, draft.version, draft.description),
                draft.opsets,
                draft.graph.orElseThrow(() -> Malformed.damaged("it holds no graph")),
                draft.metadata,
                draft.others);
    }

    private static final class Draft {
        private long irVersion;
        private String producer = "";
        private String version = "";
        private String description = "";
        private Optional<GraphProto> graph = Optional.empty();
        private final Map<String, Long> opsets = new LinkedHashMap<>();
        private final Map<String, String> metadata = new LinkedHashMap<>();
        private final List<GraphProto> others = new ArrayList<>();

        void read(int field, Reader in) throws IOException {
            switch (field) {
                case 1 -> irVersion = in.integer();
                case 2 -> producer = in.text();
                case 3 -> version = in.text();
                case 6 -> description = in.text();
                case 7 -> readGraph(in);
                case 8 -> in.message(this::readOpset);
                case 14 -> in.entry(metadata);
                case 20 -> others.addAll(in.message(Draft::readTraining));
                case 25 -> others.add(in.message(Draft::readFunction));
                default -> in.skip();
            }
        }

        /// Readers of protobuf merge a graph given twice into one that neither of them was.
        private void readGraph(Reader in) throws IOException {
            if (graph.isPresent()) {
                throw Malformed.damaged("it holds two graphs");
            }
            graph = Optional.of(in.message(GraphProto::read));
        }

        private Map<String, Long> readOpset(Reader in) throws IOException {
            String domain = "";
            long number = 0;
            for (int field = in.next(); field != 0; field = in.next()) {
                switch (field) {
                    case 1 -> domain = in.text();
                    case 2 -> number = in.integer();
                    default -> in.skip();
                }
            }
            opsets.merge(domain.equals("ai.onnx") ? "" : domain, number, Math::max);
            return opsets;
        }

        private static List<GraphProto> readTraining(Reader in) throws IOException {
            List<GraphProto> graphs = new ArrayList<>();
            for (int field = in.next(); field != 0; field = in.next()) {
                switch (field) {
                    case 1, 2 -> graphs.add(in.message(GraphProto::read));
                    default -> in.skip();
                }
            }
            return graphs;
        }

        /// The body of a `FunctionProto` and the defaults of its attributes.
        private static GraphProto readFunction(Reader in) throws IOException {
            List<NodeProto> nodes = new ArrayList<>();
            List<AttributeProto> defaults = new ArrayList<>();
            for (int field = in.next(); field != 0; field = in.next()) {
                switch (field) {
                    case 7 -> nodes.add(in.message(NodeProto::read));
                    case 11 -> defaults.add(in.message(AttributeProto::read));
                    default -> in.skip();
                }
            }
            nodes.add(new NodeProto("", "", List.of(), List.of(), defaults));
            return new GraphProto("", nodes, List.of(), List.of(), List.of());
        }
    }
}
