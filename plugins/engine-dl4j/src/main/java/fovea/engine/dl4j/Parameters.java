package fovea.engine.dl4j;

import fovea.engine.EngineException;
import fovea.engine.Weights;
import fovea.graph.Graph;
import fovea.graph.Op;
import fovea.graph.Role;
import fovea.graph.Value;
import fovea.tensor.HostTensor;
import fovea.tensor.Layout;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The parameters and buffers of a graph in native memory: what the loss trains in one vector,
/// decayed weights first, and the rest in another.
final class Parameters implements AutoCloseable {
    private final List<String> names;
    private final FlatLayout moving = new FlatLayout();
    private final FlatLayout still = new FlatLayout();
    private final long decayed;
    private final Flat trained;
    private final Flat fixed;

    private Parameters(Graph graph) {
        List<Value> parameters = graph.parameters();
        names = parameters.stream().map(Value::name).toList();
        Set<Value> needed =
                graph.outputs().containsKey(Graph.LOSS)
                        ? new HashSet<>(graph.only(Graph.LOSS).values())
                        : Set.of();
        long weights = 0;
        for (Role role : List.of(Role.WEIGHT, Role.BIAS, Role.BUFFER)) {
            for (Value value : parameters) {
                if (role(value) == role) {
                    boolean trains = role != Role.BUFFER && needed.contains(value);
                    (trains ? moving : still).add(value);
                }
            }
            weights = role == Role.WEIGHT ? moving.length() : weights;
        }
        decayed = weights;
        trained = Flat.zeros(moving.length());
        fixed = Flat.zeros(still.length());
    }

    static Parameters of(Graph graph, Weights weights) {
        Parameters parameters = new Parameters(graph);
        try {
            parameters.load(weights);
            return parameters;
        } catch (EngineException e) {
            parameters.close();
            throw e;
        }
    }

    private static Role role(Value value) {
        return value.op() instanceof Op.Parameter parameter ? parameter.role() : Role.BUFFER;
    }

    void load(Weights weights) {
        fill(moving, trained, weights.tensors(), "");
        fill(still, fixed, weights.tensors(), "");
    }

    /// A copy in the order of the graph.
    Weights save() {
        Map<String, HostTensor> copies = new HashMap<>(copies(moving, trained, ""));
        copies.putAll(copies(still, fixed, ""));
        Map<String, HostTensor> ordered = new LinkedHashMap<>();
        names.forEach(name -> ordered.put(name, Objects.requireNonNull(copies.get(name))));
        return new Weights(ordered);
    }

    /// The tensors of the trained vector, or of one beside it such as the gradients.
    Map<Value, Tensor> trainedTensors(Storage.Kind kind) {
        return tensors(moving, kind);
    }

    Map<Value, Tensor> fixedTensors() {
        return tensors(still, Storage.Kind.FIXED);
    }

    private static Map<Value, Tensor> tensors(FlatLayout layout, Storage.Kind kind) {
        Map<Value, Tensor> tensors = new HashMap<>();
        layout.entries().forEach(entry -> tensors.put(entry.value(), entry.in(kind)));
        return tensors;
    }

    Flat trained() {
        return trained;
    }

    Flat fixed() {
        return fixed;
    }

    FlatLayout layout() {
        return moving;
    }

    /// How much of the trained vector weight decay applies to, from its start.
    long decayed() {
        return decayed;
    }

    /// Copies of a vector's parts by parameter name with a suffix.
    static Map<String, HostTensor> copies(FlatLayout layout, Flat vector, String suffix) {
        Map<String, HostTensor> copies = new LinkedHashMap<>();
        for (FlatLayout.Entry entry : layout.entries()) {
            copies.put(
                    entry.value().name() + suffix,
                    Transfers.out(vector.memory(), entry.start(), entry.value().shape().dims()));
        }
        return copies;
    }

    /// @throws EngineException if one is missing or has another shape
    static void fill(
            FlatLayout layout, Flat vector, Map<String, HostTensor> source, String suffix) {
        for (FlatLayout.Entry entry : layout.entries()) {
            String name = entry.value().name() + suffix;
            HostTensor host = source.get(name);
            if (host == null) {
                throw new EngineException(
                        "'" + name + "' is missing; use weights of the same model and optimizer");
            }
            if (!host.shape().equals(entry.value().shape().dims())) {
                throw new EngineException(
                        "'%s' has the shape %s where the model has %s; use weights of the same model"
                                .formatted(name, host.shape(), entry.value().shape()));
            }
            Transfers.in(host, Layout.CONTIGUOUS, vector.memory(), entry.start());
        }
    }

    @Override
    public void close() {
        trained.close();
        fixed.close();
    }
}
