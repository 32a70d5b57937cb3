package fovea.onnx;

import fovea.graph.Value;
import fovea.problem.InvalidInputException;
import fovea.tensor.HostTensor;
import fovea.tensor.Layout;

import java.nio.FloatBuffer;
import java.util.Map;

/// The weights to export, each checked when it is asked for.
final class WeightStore {
    private static final String OTHER = "export with weights of the same model";

    private final Map<String, HostTensor> tensors;

    WeightStore(Map<String, HostTensor> tensors) {
        this.tensors = tensors;
    }

    /// The weights of a parameter, in the order of its shape.
    FloatBuffer of(Value parameter) {
        HostTensor tensor = tensors.get(parameter.name());
        if (tensor == null) {
            throw problem(parameter, "its weights are missing", OTHER);
        }
        if (!tensor.shape().equals(parameter.shape().dims())
                || tensor.layout() != Layout.CONTIGUOUS) {
            throw problem(
                    parameter,
                    "the weights have the shape %s where the model has %s"
                            .formatted(tensor.shape(), parameter.shape()),
                    OTHER);
        }
        return tensor.data().duplicate().rewind();
    }

    static InvalidInputException problem(Value parameter, String cause, String cure) {
        return InvalidInputException.of("parameter '" + parameter.name() + "'", cause, cure);
    }
}
