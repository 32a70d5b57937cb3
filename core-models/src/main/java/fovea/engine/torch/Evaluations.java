package fovea.engine.torch;

import fovea.graph.Graph;
import fovea.tensor.HostTensor;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

import java.lang.ref.Reference;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs parts of a graph in inference mode; each choice of outputs is prepared once.
final class Evaluations {
    private final Graph graph;
    private final ParameterStore store;
    private final Target target;
    private final Map<List<String>, Plan> plans = new HashMap<>();

    Evaluations(Graph graph, ParameterStore store, Target target) {
        this.graph = graph;
        this.store = store;
        this.target = target;
    }

    Map<String, HostTensor> run(
            Tensor[] weights, Map<String, HostTensor> batch, List<String> outputs) {
        Plan plan = plans.computeIfAbsent(List.copyOf(outputs), this::plan);
        try (PointerScope _ = new PointerScope();
                NoGradient _ = new NoGradient()) {
            Tensor[] results = plan.run(weights, batch, target);
            Map<String, HostTensor> copies = new LinkedHashMap<>();
            for (int i = 0; i < results.length; i++) {
                copies.put(plan.names().get(i), Tensors.copy(results[i]));
            }
            return copies;
        } catch (RuntimeException e) {
            throw Failures.in("the evaluation", e);
        } finally {
            Reference.reachabilityFence(batch);
        }
    }

    private Plan plan(List<String> outputs) {
        return Plan.of(graph.only(outputs.toArray(String[]::new)), store, Mode.INFERENCE);
    }
}
