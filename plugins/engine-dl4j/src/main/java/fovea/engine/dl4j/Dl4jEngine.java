package fovea.engine.dl4j;

import fovea.engine.Device;
import fovea.engine.Engine;
import fovea.engine.EngineException;
import fovea.engine.InferenceSession;
import fovea.engine.Pooling;
import fovea.engine.Precision;
import fovea.engine.TrainingOptions;
import fovea.engine.TrainingSession;
import fovea.engine.Weights;
import fovea.graph.Graph;

import java.util.List;

/// Training and inference on ND4J 1.0.0-M2.1, the tensor library of Deeplearning4j: on the CPU, in
/// fp32. It runs the operations that SameDiff is made of, with gradients of its own. Bit for bit
/// repeatable with the same number of threads, which the system property `fovea.threads` or
/// `OMP_NUM_THREADS` sets; it is the number of cores otherwise.
///
/// The first use loads ND4J, which takes about a second.
public final class Dl4jEngine implements Engine {
    @Override
    public String name() {
        return "dl4j";
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
        return Pooling.unsupported(graph);
    }

    @Override
    public TrainingSession train(Graph graph, Weights initial, TrainingOptions options) {
        check(graph, options.device());
        if (options.precision() == Precision.BF16) {
            throw new EngineException(
                    "engine dl4j computes in fp32 only; choose it, or engine torch on a CUDA"
                            + " device");
        }
        if (!graph.outputs().containsKey(Graph.LOSS)) {
            throw new EngineException(
                    "graph '%s' has no output 'loss' to train by".formatted(graph.name()));
        }
        Native.load();
        return new Dl4jTrainingSession(graph, initial, options);
    }

    @Override
    public InferenceSession infer(Graph graph, Weights weights, Device device) {
        check(graph, device);
        Native.load();
        return new Dl4jInferenceSession(graph, weights);
    }

    private void check(Graph graph, Device device) {
        if (!device.id().equals(Device.CPU.id())) {
            throw new EngineException(
                    "engine dl4j runs on the cpu only, not on '%s'; choose engine torch for that"
                            .formatted(device.id()));
        }
        List<String> unsupported = unsupported(graph);
        if (!unsupported.isEmpty()) {
            throw new EngineException(
                    "engine dl4j cannot run "
                            + String.join(", ", unsupported)
                            + "; change the model");
        }
    }
}
