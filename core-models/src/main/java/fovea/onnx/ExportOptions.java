package fovea.onnx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// How a graph becomes an ONNX model, and what the model says of itself.
///
/// @param description for people who open it (`doc_string`); may be empty
/// @param metadata for programs that read it (`metadata_props`), such as labels and preprocessing
public record ExportOptions(
        OnnxPrecision precision, String description, Map<String, String> metadata) {
    public ExportOptions {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /// In 32 bits, without a word.
    public static ExportOptions plain() {
        return new ExportOptions(OnnxPrecision.FP32, "", Map.of());
    }
}
