package fovea.engine.dl4j;

import fovea.engine.InferenceSession;
import fovea.engine.Weights;
import fovea.graph.Graph;
import fovea.tensor.HostTensor;

import java.util.List;
import java.util.Map;

/// Prediction on ND4J.
final class Dl4jInferenceSession implements InferenceSession {
    private final Parameters parameters;
    private final Flat gradients = Flat.zeros(0);
    private final Scratch scratch = new Scratch();
    private final Programs programs;
    private final List<String> outputs;

    Dl4jInferenceSession(Graph graph, Weights weights) {
        parameters = Parameters.of(graph, weights);
        programs = new Programs(graph, new Memory(parameters, gradients, scratch), Mode.INFERENCE);
        outputs = List.copyOf(graph.outputs().keySet());
    }

    @Override
    public Map<String, HostTensor> run(Map<String, HostTensor> batch) {
        return Native.running(
                "evaluation",
                () -> {
                    Program program = programs.of(outputs, batch);
                    program.run(batch, 0);
                    return program.results();
                });
    }

    @Override
    public void close() {
        programs.close();
        scratch.close();
        gradients.close();
        parameters.close();
    }
}
