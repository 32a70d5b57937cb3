package fovea.engine;

import fovea.tensor.HostTensor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Parameters and buffers of a graph, by name, contiguous.
public record Weights(Map<String, HostTensor> tensors) {
    public Weights {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    public HostTensor tensor(String name) {
        HostTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new EngineException("there are no weights named " + name);
        }
        return tensor;
    }
}
