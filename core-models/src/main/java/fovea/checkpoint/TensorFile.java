package fovea.checkpoint;

import fovea.tensor.HostTensor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a safetensors file holds: tensors by name, in file order, and texts by key.
record TensorFile(Map<String, HostTensor> tensors, Map<String, String> metadata) {
    TensorFile {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /// The tensors whose names start with a prefix, named without it.
    Map<String, HostTensor> below(String prefix) {
        Map<String, HostTensor> part = new LinkedHashMap<>();
        tensors.forEach(
                (name, tensor) -> {
                    if (name.startsWith(prefix)) {
                        part.put(name.substring(prefix.length()), tensor);
                    }
                });
        return part;
    }
}
