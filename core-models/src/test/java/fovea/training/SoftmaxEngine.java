package fovea.training;

import fovea.engine.Device;
import fovea.engine.Engine;
import fovea.engine.InferenceSession;
import fovea.engine.TrainingOptions;
import fovea.engine.TrainingSession;
import fovea.engine.Weights;
import fovea.graph.Graph;
import fovea.tensor.HostTensor;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Runs [PointModel] in plain Java.
public final class SoftmaxEngine implements Engine {
    @Override
    public String name() {
        return "softmax";
    }

    @Override
    public boolean trains() {
        return true;
    }

    @Override
    public List<Device> devices() {
        return List.of(Device.CPU);
    }

    @Override
    public List<String> unsupported(Graph graph) {
        return List.of();
    }

    @Override
    public TrainingSession train(Graph graph, Weights initial, TrainingOptions options) {
        return new SoftmaxSession(initial, options.emaDecay());
    }

    @Override
    public InferenceSession infer(Graph graph, Weights weights, Device device) {
        SoftmaxSession session = new SoftmaxSession(weights, OptionalDouble.empty());
        return new InferenceSession() {
            @Override
            public Map<String, HostTensor> run(Map<String, HostTensor> batch) {
                return session.evaluate(batch, List.copyOf(graph.outputs().keySet()));
            }

            @Override
            public void close() {}
        };
    }
}
