package fovea.checkpoint;

import fovea.engine.Weights;
import fovea.graph.Graph;
import fovea.graph.Value;
import fovea.problem.InvalidInputException;
import fovea.tensor.HostTensor;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/// Weights to predict with, and where they come from.
public record TrainedWeights(Weights weights, Origin origin) {
    /// Checks that weights have the names and shapes a model has.
    ///
    /// @param place the file the weights come from
    /// @throws InvalidInputException naming the first parameter that differs
    public static void checkFits(Path place, Weights weights, Graph model) {
        Set<String> surplus = new LinkedHashSet<>(weights.tensors().keySet());
        for (Value parameter : model.parameters()) {
            String name = parameter.name();
            HostTensor found = weights.tensors().get(name);
            if (found == null) {
                throw misfit(place, "it lacks the parameter " + name);
            }
            if (!found.shape().equals(parameter.shape().dims())) {
                throw misfit(
                        place,
                        "its parameter %s is %s, the model needs %s"
                                .formatted(name, found.shape(), parameter.shape().dims()));
            }
            surplus.remove(name);
        }
        if (!surplus.isEmpty()) {
            throw misfit(place, "it has parameters which the model has not: " + surplus);
        }
    }

    private static InvalidInputException misfit(Path place, String cause) {
        return InvalidInputException.of(
                place.toString(), cause, "use it with the experiment it was trained with");
    }
}
