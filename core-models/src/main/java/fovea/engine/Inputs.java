package fovea.engine;

import fovea.graph.Op;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.tensor.HostTensor;

import java.util.List;
import java.util.Map;

/// What a batch gives the inputs of a graph, checked before an engine reads it.
public final class Inputs {
    private Inputs() {}

    /// The batch's tensor for an input node.
    ///
    /// @throws EngineException if it is missing or has another shape
    public static HostTensor given(Value input, Map<String, HostTensor> batch) {
        HostTensor host = batch.get(input.name());
        if (host == null) {
            throw new EngineException(
                    "input '%s' is missing, given are %s".formatted(input.name(), batch.keySet()));
        }
        if (!fits(host.shape(), input.shape())) {
            throw new EngineException(
                    "input '%s' needs %s, not %s; resize the images or build the model for them"
                            .formatted(input.name(), input.shape(), host.shape()));
        }
        return host;
    }

    /// How many samples the tensors for these inputs hold; 1 if none is batched.
    ///
    /// @throws EngineException if one is missing, has another shape or holds another number
    public static int samples(List<Value> inputs, Map<String, HostTensor> batch) {
        int samples = 1;
        String first = "";
        for (Value input : inputs) {
            HostTensor host = given(input, batch);
            if (input.op() instanceof Op.Input && input.shape().batched()) {
                int rows = host.shape().get(input.shape().dims().indexOf(Shape.BATCH));
                if (!first.isEmpty() && rows != samples) {
                    throw new EngineException(
                            "input '%s' holds %d samples and '%s' %d; give all inputs as many"
                                    .formatted(first, samples, input.name(), rows));
                }
                samples = rows;
                first = input.name();
            }
        }
        return samples;
    }

    private static boolean fits(List<Integer> given, Shape wanted) {
        boolean fits = given.size() == wanted.rank();
        for (int axis = 0; fits && axis < given.size(); axis++) {
            fits = wanted.dim(axis) == Shape.BATCH || wanted.dim(axis) == given.get(axis);
        }
        return fits;
    }
}
