package fovea.engine;

import fovea.tensor.HostTensor;

import java.util.Map;

/// A net that predicts. Used by one thread at a time.
public interface InferenceSession extends AutoCloseable {
    /// All outputs of the graph for a batch of any size. The tensors are the caller's.
    Map<String, HostTensor> run(Map<String, HostTensor> batch);

    @Override
    void close();
}
