package fovea.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// A model: values in an order in which they can be computed, and the names of those that are
/// results.
public final class Graph {
    /// The output that training minimises: a scalar, the mean over the batch.
    public static final String LOSS = "loss";

    private final String name;
    private final List<Value> values;
    private final Map<String, Value> outputs;

    Graph(String name, List<Value> values, Map<String, Value> outputs) {
        this.name = name;
        this.values = List.copyOf(values);
        this.outputs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    /// Builds a graph: `Graph.build("lenet", g -> …)`, where the function adds values and names the
    /// outputs.
    public static Graph build(String name, Consumer<GraphBuilder> body) {
        GraphBuilder builder = new GraphBuilder();
        body.accept(builder);
        return builder.graph(name);
    }

    public String name() {
        return name;
    }

    /// Every value, each after its inputs.
    public List<Value> values() {
        return values;
    }

    public Map<String, Value> outputs() {
        return outputs;
    }

    public Value output(String output) {
        Value value = outputs.get(output);
        if (value == null) {
            throw new IllegalArgumentException(
                    "graph " + name + " has no output " + output + ", only " + outputs.keySet());
        }
        return value;
    }

    /// Values given from outside, in order.
    public List<Value> inputs() {
        return values.stream().filter(value -> value.op() instanceof Op.Input).toList();
    }

    /// Parameters and buffers, in order.
    public List<Value> parameters() {
        return values.stream().filter(value -> value.op() instanceof Op.Parameter).toList();
    }

    /// The part of the graph that the named outputs need, such as the net without its loss.
    public Graph only(String... names) {
        Map<String, Value> kept = new LinkedHashMap<>();
        for (String output : names) {
            kept.put(output, output(output));
        }
        Set<Value> needed = new HashSet<>(kept.values());
        for (Value value : values.reversed()) {
            if (needed.contains(value)) {
                needed.addAll(value.inputs());
            }
        }
        List<Value> part = new ArrayList<>(values);
        part.removeIf(value -> !needed.contains(value));
        return new Graph(name, part, kept);
    }
}
