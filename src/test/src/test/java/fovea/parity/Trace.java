package fovea.parity;

import fovea.engine.Device;
import fovea.engine.Engine;
import fovea.engine.InferenceSession;
import fovea.engine.Precision;
import fovea.engine.TrainingOptions;
import fovea.engine.TrainingSession;
import fovea.engine.Weights;
import fovea.graph.Graph;
import fovea.optimization.Optimizer;
import fovea.tensor.HostTensor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// What an engine makes of some weights and a batch: the prediction, the gradient, and three steps
/// of gradient descent with momentum.
///
/// @param gradients of every parameter: the momentum after a step that goes nowhere
/// @param weights after the three steps
record Trace(
        Map<String, HostTensor> outputs,
        double loss,
        Map<String, HostTensor> gradients,
        Map<String, HostTensor> weights) {
    /// How far the weights go at first, whatever the size of the gradient.
    private static final double DISTANCE = 1e-3;

    private static final TrainingOptions OPTIONS =
            new TrainingOptions(
                    Device.CPU,
                    Precision.FP32,
                    new Optimizer.Sgd(1, 0.9, false, 0),
                    OptionalDouble.empty(),
                    OptionalDouble.empty());

    static Trace of(Engine engine, Graph graph, Weights weights, Map<String, HostTensor> batch) {
        try (TrainingSession session = engine.train(graph, weights, OPTIONS)) {
            double loss = session.step(List.of(batch), 0, 0).loss();
            Map<String, HostTensor> gradients = session.state().optimizer();
            double lr = DISTANCE / norm(gradients);
            for (int step = 1; step <= 3; step++) {
                session.step(List.of(batch), lr, step);
            }
            return new Trace(
                    predicted(engine, graph, weights, batch),
                    loss,
                    gradients,
                    session.state().weights().tensors());
        }
    }

    private static double norm(Map<String, HostTensor> gradients) {
        double squares = 0;
        for (HostTensor tensor : gradients.values()) {
            for (float value : tensor.toArray()) {
                squares += (double) value * value;
            }
        }
        return Math.sqrt(squares);
    }

    private static Map<String, HostTensor> predicted(
            Engine engine, Graph graph, Weights weights, Map<String, HostTensor> batch) {
        try (InferenceSession session = engine.infer(graph.only("logits"), weights, Device.CPU)) {
            return session.run(batch);
        }
    }

    /// How far the other's prediction is, in units of the 1e-4 that are allowed.
    Distance prediction(Trace other) {
        return new Distance(outputs, other.outputs, 1e-4);
    }

    /// How far the other's gradients are, and its weights after three steps, in units of the 1e-3
    /// that are allowed.
    Map<String, Distance> learning(Trace other) {
        Map<String, Distance> distances = new LinkedHashMap<>();
        distances.put("gradients", new Distance(gradients, other.gradients, 1e-3));
        distances.put("weights", new Distance(weights, other.weights, 1e-3));
        return distances;
    }
}
