package fovea.onnx;

import java.util.List;

/// What an attribute of a node holds.
sealed interface AttributeValue {
    record Real(float value) implements AttributeValue {}

    record Whole(long value) implements AttributeValue {}

    record Text(String value) implements AttributeValue {}

    record Reals(List<Float> values) implements AttributeValue {
        public Reals {
            values = List.copyOf(values);
        }
    }

    record Wholes(List<Long> values) implements AttributeValue {
        public Wholes {
            values = List.copyOf(values);
        }
    }

    record Texts(List<String> values) implements AttributeValue {
        public Texts {
            values = List.copyOf(values);
        }
    }

    /// One, or several with the values and indices of sparse ones among them.
    record Tensors(List<TensorProto> values) implements AttributeValue {
        public Tensors {
            values = List.copyOf(values);
        }
    }

    /// Bodies of loops and branches.
    record Graphs(List<GraphProto> values) implements AttributeValue {
        public Graphs {
            values = List.copyOf(values);
        }
    }
}
