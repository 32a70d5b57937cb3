package fovea.engine;

import fovea.graph.Graph;

import java.util.List;

/// What runs graphs.
public interface Engine {
    /// How experiments and the command line name it: `torch`.
    String name();

    /// Devices that are there now; the CPU first.
    List<Device> devices();

    /// Whether it can train, or only predicts.
    boolean trains();

    /// Nodes the engine cannot run, by name, with the reason; empty if it can run the whole graph.
    List<String> unsupported(Graph graph);

    /// Opens a session that trains. The graph has the output `loss`.
    ///
    /// @throws EngineException if the device is not there, with what is
    TrainingSession train(Graph graph, Weights initial, TrainingOptions options);

    /// Opens a session that only predicts.
    InferenceSession infer(Graph graph, Weights weights, Device device);
}
