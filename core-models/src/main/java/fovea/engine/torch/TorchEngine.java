package fovea.engine.torch;

import fovea.engine.Device;
import fovea.engine.Engine;
import fovea.engine.EngineException;
import fovea.engine.InferenceSession;
import fovea.engine.Pooling;
import fovea.engine.TrainingOptions;
import fovea.engine.TrainingSession;
import fovea.engine.Weights;
import fovea.graph.Graph;

import java.util.List;

/// Training and inference on libtorch: CPU, and CUDA devices when its CUDA build is on the class
/// path. Bit for bit repeatable on the CPU with the same number of threads, which the system
/// property `fovea.threads` or `OMP_NUM_THREADS` sets; it is the number of cores otherwise.
///
/// The first use loads libtorch, which takes about a second. To save that time call [#devices] on
/// another thread while data is being read.
public final class TorchEngine implements Engine {
    @Override
    public String name() {
        return "torch";
    }

    @Override
    public boolean trains() {
        return true;
    }

    @Override
    public List<Device> devices() {
        return Devices.available();
    }

    @Override
    public List<String> unsupported(Graph graph) {
        return Pooling.unsupported(graph);
    }

    @Override
    public TrainingSession train(Graph graph, Weights initial, TrainingOptions options) {
        Target target = Devices.target(options.device());
        check(graph);
        Autocast.check(options.precision(), target);
        if (!graph.outputs().containsKey(Graph.LOSS)) {
            throw new EngineException(
                    "graph '%s' has no output 'loss' to train by".formatted(graph.name()));
        }
        return new TorchTrainingSession(graph, initial, options, target);
    }

    @Override
    public InferenceSession infer(Graph graph, Weights weights, Device device) {
        Target target = Devices.target(device);
        check(graph);
        return new TorchInferenceSession(graph, weights, target);
    }

    private void check(Graph graph) {
        List<String> unsupported = unsupported(graph);
        if (!unsupported.isEmpty()) {
            throw new EngineException(
                    "libtorch cannot run " + String.join(", ", unsupported) + "; change the model");
        }
    }
}
