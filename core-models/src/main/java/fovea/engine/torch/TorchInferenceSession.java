package fovea.engine.torch;

import fovea.engine.InferenceSession;
import fovea.engine.Weights;
import fovea.graph.Graph;
import fovea.tensor.HostTensor;

import java.util.List;
import java.util.Map;

/// Prediction on libtorch.
final class TorchInferenceSession implements InferenceSession {
    private final ParameterStore store;
    private final Evaluations evaluations;
    private final List<String> outputs;

    TorchInferenceSession(Graph graph, Weights weights, Target target) {
        store = ParameterStore.of(graph, weights, target);
        evaluations = new Evaluations(graph, store, target);
        outputs = List.copyOf(graph.outputs().keySet());
    }

    @Override
    public Map<String, HostTensor> run(Map<String, HostTensor> batch) {
        return evaluations.run(store.tensors(), batch, outputs);
    }

    @Override
    public void close() {
        store.close();
    }
}
