package fovea.engine.dl4j;

import fovea.engine.Device;
import fovea.engine.Engine;
import fovea.engine.EngineException;
import fovea.engine.InferenceSession;
import fovea.engine.Precision;
import fovea.engine.TrainingOptions;
import fovea.engine.TrainingSession;
import fovea.engine.Weights;
import fovea.graph.Graph;
import fovea.graph.Op;
import fovea.graph.Value;
import fovea.graph.Window;

import java.util.List;
import java.util.Optional;

/// Training and inference on ND4J 1.0.0-M2.1, the tensor library of Deeplearning4j: on the CPU, in
/// fp32. It runs the operations that SameDiff is made of, with gradients of its own. Bit for bit
/// repeatable with the same number of threads, which the system property `fovea.threads` or
/// `OMP_NUM_THREADS` sets; it is the number of cores otherwise.
///
/// The first use loads ND4J, which takes about a second.
public final class Dl4jEngine implements Engine {
    private static final String PADDING =
            "pooling padded by more than half a window, which no engine has";

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
        return graph.values().stream()
                .flatMap(value -> reason(value).map(why -> value.name() + ": " + why).stream())
                .toList();
    }

    private static Optional<String> reason(Value value) {
        return switch (value.op()) {
            case Op.AveragePool2d pool
                    when !pool.window().dilation().equals(Window.Size.square(1)) ->
                    Optional.of("average pooling with dilation, which no engine has");
            case Op.AveragePool2d pool when wide(pool.window()) -> Optional.of(PADDING);
            case Op.MaxPool2d pool when wide(pool.window()) -> Optional.of(PADDING);
            case Op _ -> Optional.empty();
        };
    }

    private static boolean wide(Window w) {
        return wide(w.padding().height(), w.kernel().height(), w.dilation().height())
                || wide(w.padding().width(), w.kernel().width(), w.dilation().width());
    }

    private static boolean wide(int padding, int kernel, int dilation) {
        return 2 * padding > dilation * (kernel - 1) + 1;
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
                            + "; use another engine or change the model");
        }
    }
}
