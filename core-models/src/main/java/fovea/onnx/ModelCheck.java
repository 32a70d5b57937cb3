package fovea.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Checks what a file says, wherever in it something can be said: in the graph, in bodies of loops
/// and branches, in functions, in what it knows of training.
final class ModelCheck {
    /// The newest that ONNX Runtime 1.28 opens.
    static final long NEWEST_IR = 13;

    static final long NEWEST_OPSET = 26;

    private static final String OLDER = "export it again with opset 17";

    /// Makes ONNX Runtime load what other files hold for an accelerator.
    private static final String FOREIGN_CODE = "com.microsoft:EPContext";

    private final ModelProto model;
    private final TensorCheck tensors;

    /// @param folder where its weights may lie in other files; empty if nowhere
    ModelCheck(ModelProto model, Optional<Path> folder) {
        this.model = model;
        tensors = new TensorCheck(folder);
    }

    /// What is given from outside: files of the first versions list the weights too.
    static List<ValueInfo> inputs(GraphProto graph) {
        Set<String> weights =
                graph.initializers().stream().map(TensorProto::name).collect(Collectors.toSet());
        return graph.inputs().stream().filter(input -> !weights.contains(input.name())).toList();
    }

    void check() throws IOException {
        checkVersions();
        checkInterface();
        check(model.graph());
        for (GraphProto other : model.others()) {
            check(other);
        }
    }

    private void checkVersions() throws Malformed {
        long ir = model.origin().irVersion();
        if (ir < 1) {
            throw Malformed.damaged("it is no ONNX model (it says no version)");
        }
        if (ir > NEWEST_IR) {
            throw new Malformed(
                    "it is written in version %d of the format, %d is the newest known here"
                            .formatted(ir, NEWEST_IR),
                    OLDER);
        }
        if (model.opsets().isEmpty()) {
            throw Malformed.damaged("it does not say which operators it uses");
        }
        long opset = model.opsets().getOrDefault("", 1L);
        if (opset < 1 || opset > NEWEST_OPSET) {
            throw new Malformed(
                    "it uses the operators of opset %d, those of 1 to %d are known here"
                            .formatted(opset, NEWEST_OPSET),
                    OLDER);
        }
    }

    private void checkInterface() throws Malformed {
        List<ValueInfo> inputs = inputs(model.graph());
        List<ValueInfo> outputs = model.graph().outputs();
        if (inputs.isEmpty() || outputs.isEmpty()) {
            throw new Malformed(
                    inputs.isEmpty() ? "it takes no input" : "it gives no output",
                    "export a model that predicts");
        }
        checkNames(inputs);
        checkNames(outputs);
    }

    private static void checkNames(List<ValueInfo> values) throws Malformed {
        Set<String> names = new HashSet<>();
        for (ValueInfo value : values) {
            if (value.name().isEmpty() || !names.add(value.name())) {
                throw Malformed.damaged(
                        "the name of an input or output is missing or used twice: '"
                                + value.name()
                                + "'");
            }
        }
    }

    private void check(GraphProto graph) throws IOException {
        for (TensorProto tensor : graph.initializers()) {
            tensors.check(tensor);
        }
        for (NodeProto node : graph.nodes()) {
            if (node.operator().equals(FOREIGN_CODE)) {
                throw new Malformed(
                        "node '" + node.name() + "' was compiled for an accelerator",
                        "export the model itself");
            }
            for (AttributeProto attribute : node.attributes()) {
                check(attribute);
            }
        }
    }

    private void check(AttributeProto attribute) throws IOException {
        for (AttributeValue value : attribute.values()) {
            switch (value) {
                case AttributeValue.Tensors inside -> {
                    for (TensorProto tensor : inside.values()) {
                        tensors.check(tensor);
                    }
                }
                case AttributeValue.Graphs inside -> {
                    for (GraphProto graph : inside.values()) {
                        check(graph);
                    }
                }
                case AttributeValue.Real _,
                        AttributeValue.Whole _,
                        AttributeValue.Text _,
                        AttributeValue.Reals _,
                        AttributeValue.Wholes _,
                        AttributeValue.Texts _ -> {}
            }
        }
    }
}
