package fovea.engine.torch;

import fovea.engine.Weights;
import fovea.graph.Graph;
import fovea.graph.Op;
import fovea.graph.Role;
import fovea.graph.Value;
import fovea.tensor.HostTensor;
import fovea.tensor.Layout;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The parameters and buffers of a graph in a device's memory: what the loss trains in one vector,
/// decayed weights first, and the rest in another.
final class ParameterStore implements AutoCloseable {
    private final List<String> names;
    private final Map<String, Integer> indices = new HashMap<>();
    private final Tensor[] tensors;
    private final Flat trained;
    private final Flat fixed;
    private final long decayed;

    private ParameterStore(Graph graph, Target target) {
        List<Value> parameters = graph.parameters();
        names = parameters.stream().map(Value::name).toList();
        names.forEach(name -> indices.put(name, indices.size()));
        tensors = new Tensor[names.size()];
        Set<Value> convolutions = convolutionWeights(graph);
        Set<Value> needed =
                graph.outputs().containsKey(Graph.LOSS)
                        ? new HashSet<>(graph.only(Graph.LOSS).values())
                        : Set.of();
        FlatLayout moving = new FlatLayout();
        FlatLayout still = new FlatLayout();
        long weights = 0;
        for (Role role : List.of(Role.WEIGHT, Role.BIAS, Role.BUFFER)) {
            for (Value value : parameters) {
                if (role(value) == role) {
                    boolean trains = role != Role.BUFFER && needed.contains(value);
                    (trains ? moving : still).add(value, order(value, convolutions));
                }
            }
            weights = role == Role.WEIGHT ? moving.length() : weights;
        }
        decayed = weights;
        trained = Flat.zeros(moving, target);
        fixed = Flat.zeros(still, target);
        index(trained);
        index(fixed);
    }

    static ParameterStore of(Graph graph, Weights weights, Target target) {
        ParameterStore store = new ParameterStore(graph, target);
        store.load(weights);
        return store;
    }

    private void index(Flat flat) {
        for (int i = 0; i < flat.layout().entries().size(); i++) {
            tensors[index(flat.layout().entries().get(i).value().name())] = flat.part(i);
        }
    }

    /// Makes the trained tensors collect their gradients in the parts of a vector.
    void collect(Flat gradients) {
        for (int i = 0; i < trained.layout().entries().size(); i++) {
            Tensor part = trained.part(i);
            part.set_requires_grad(true);
            part.mutable_grad().put(gradients.part(i));
        }
    }

    void load(Weights weights) {
        try (PointerScope _ = new PointerScope();
                NoGradient _ = new NoGradient()) {
            trained.fill(weights.tensors(), "");
            fixed.fill(weights.tensors(), "");
        }
    }

    /// A copy in the order of the graph.
    Weights save() {
        try (PointerScope _ = new PointerScope()) {
            Map<String, HostTensor> copies = new HashMap<>(trained.copies(""));
            copies.putAll(fixed.copies(""));
            Map<String, HostTensor> ordered = new LinkedHashMap<>();
            names.forEach(name -> ordered.put(name, copies.get(name)));
            return new Weights(ordered);
        }
    }

    int index(String name) {
        return Objects.requireNonNull(indices.get(name));
    }

    /// By [#index].
    Tensor[] tensors() {
        return tensors;
    }

    Flat trained() {
        return trained;
    }

    Flat fixed() {
        return fixed;
    }

    /// How much of the trained vector weight decay applies to, from its start.
    long decayed() {
        return decayed;
    }

    @Override
    public void close() {
        trained.close();
        fixed.close();
    }

    private static Role role(Value value) {
        return value.op() instanceof Op.Parameter parameter ? parameter.role() : Role.BUFFER;
    }

    private static Layout order(Value value, Set<Value> convolutions) {
        return convolutions.contains(value) ? Layout.CHANNELS_LAST : Layout.CONTIGUOUS;
    }

    private static Set<Value> convolutionWeights(Graph graph) {
        Set<Value> weights = new HashSet<>();
        for (Value value : graph.values()) {
            if (value.op() instanceof Op.Conv2d || value.op() instanceof Op.ConvTranspose2d) {
                weights.add(value.input(1));
            }
        }
        return weights;
    }
}
