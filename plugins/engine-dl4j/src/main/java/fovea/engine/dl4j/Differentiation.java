package fovea.engine.dl4j;

import fovea.engine.EngineException;
import fovea.graph.Graph;
import fovea.graph.Op;
import fovea.graph.Value;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Writes the backward pass of a graph to the tape after its forward pass (reverse-mode
/// differentiation). SameDiff's own is not used: some of its gradients are wrong or missing.
final class Differentiation {
    private final Tape tape;
    private final Graph graph;
    private final Map<Value, Lowered> lowered;
    private final Map<Value, Tensor> slots;
    private final Map<Value, Tensor> gradients = new HashMap<>();
    private final Set<Value> shared = new HashSet<>();
    private final Set<Value> moving = new HashSet<>();
    private final Map<Value, Integer> uses = new HashMap<>();

    /// @param slots where the gradients of the trained parameters go
    Differentiation(Tape tape, Graph graph, Map<Value, Lowered> lowered, Map<Value, Tensor> slots) {
        this.tape = tape;
        this.graph = graph;
        this.lowered = lowered;
        this.slots = slots;
        for (Value value : graph.values()) {
            if (slots.containsKey(value) || value.inputs().stream().anyMatch(moving::contains)) {
                moving.add(value);
            }
            value.inputs().forEach(input -> uses.merge(input, 1, Integer::sum));
        }
    }

    void run() {
        Value loss = graph.output(Graph.LOSS);
        if (result(loss).length() != 1) {
            throw new EngineException("the output 'loss' is not a scalar; take its mean");
        }
        gradients.put(loss, tape.ones(1).reshape(result(loss).dims()));
        shared.add(loss);
        for (Value value : graph.values().reversed()) {
            Tensor upstream = gradients.get(value);
            if (upstream == null || !moving.contains(value)) {
                continue;
            }
            tape.at(value.name());
            if (value.op() instanceof Op.Parameter) {
                deliver(value, upstream);
            } else {
                gradients.remove(value);
                Objects.requireNonNull(lowered.get(value)).gradient().flow(upstream, flow(value));
            }
        }
    }

    private void deliver(Value parameter, Tensor gradient) {
        Tensor slot = Objects.requireNonNull(slots.get(parameter));
        if (gradient.storage() != slot.storage()) {
            new Arrangement(tape).copy(gradient, slot);
        }
    }

    private Tensor result(Value value) {
        return Objects.requireNonNull(lowered.get(value)).result();
    }

    private Flow flow(Value value) {
        return new Flow() {
            @Override
            public boolean wanted(int input) {
                return input < value.inputs().size() && moving.contains(value.input(input));
            }

            @Override
            public Tensor target(int input) {
                Value source = value.input(input);
                Tensor slot = slots.get(source);
                return slot != null && Objects.equals(uses.get(source), 1)
                        ? slot
                        : tape.scratchLike(result(source));
            }

            @Override
            public void give(int input, Tensor gradient) {
                accumulate(value.input(input), gradient, false);
            }

            @Override
            public void share(int input, Tensor gradient) {
                accumulate(value.input(input), gradient, true);
            }
        };
    }

    private void accumulate(Value value, Tensor gradient, boolean others) {
        if (!moving.contains(value)) {
            return;
        }
        Tensor sum = gradients.get(value);
        if (sum == null) {
            gradients.put(value, gradient);
            if (others) {
                shared.add(value);
            }
            return;
        }
        Tensor more = new Arrangement(tape).like(sum, gradient);
        if (shared.remove(value)) {
            gradients.put(value, new Elements(tape).add(sum, more));
        } else {
            new Elements(tape).increase(sum, more);
        }
    }
}
