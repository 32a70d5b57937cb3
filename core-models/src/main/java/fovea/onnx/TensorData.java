package fovea.onnx;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/// Where the elements of a tensor are.
sealed interface TensorData {
    /// Little-endian, row-major, in the message itself.
    record Raw(ByteBuffer bytes) implements TensorData {}

    /// In one of the fields for numbers of a type, which older writers use; only counted when read.
    ///
    /// @param field number of the field in `TensorProto`
    record Listed(int field, long count) implements TensorData {}

    /// In another file: `location`, and perhaps `offset` and `length`.
    record External(Map<String, String> entries) implements TensorData {
        public External {
            entries = java.util.Collections.unmodifiableMap(new TreeMap<>(entries));
        }
    }

    /// Nowhere, as for a tensor without elements.
    record Absent() implements TensorData {}
}
