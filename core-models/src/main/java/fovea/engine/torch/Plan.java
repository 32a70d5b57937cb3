package fovea.engine.torch;

import fovea.engine.Inputs;
import fovea.graph.Graph;
import fovea.graph.Op;
import fovea.graph.Value;
import fovea.tensor.HostTensor;

import org.bytedeco.pytorch.Tensor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A graph made ready to run: each node's kernel, where its inputs lie, and which values nobody
/// reads after it, so that their memory is free for later nodes unless a gradient needs it.
final class Plan {
    private final List<Value> values;
    private final Kernel[] kernels;
    private final int[][] inputs;
    private final int[][] dead;
    private final int[] parameters;
    private final List<String> names;
    private final int[] outputs;

    private Plan(Graph graph, ParameterStore store, Mode mode) {
        values = graph.values();
        names = List.copyOf(graph.outputs().keySet());
        Map<Value, Integer> positions = new HashMap<>();
        values.forEach(value -> positions.put(value, positions.size()));
        outputs = graph.outputs().values().stream().mapToInt(positions::get).toArray();
        inputs = new int[values.size()][];
        parameters = new int[values.size()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = values.get(i).inputs().stream().mapToInt(positions::get).toArray();
            parameters[i] =
                    values.get(i).op() instanceof Op.Parameter
                            ? store.index(values.get(i).name())
                            : -1;
        }
        kernels = kernels(uses(), mode);
        dead = lastReads();
    }

    static Plan of(Graph graph, ParameterStore store, Mode mode) {
        return new Plan(graph, store, mode);
    }

    /// Outputs in the order of [#names]. All handles belong to the open scope, except those of
    /// parameters.
    Tensor[] run(Tensor[] weights, Map<String, HostTensor> batch, Target target) {
        Tensor[] memory = new Tensor[kernels.length];
        for (int i = 0; i < kernels.length; i++) {
            memory[i] = compute(i, memory, weights, batch, target);
            for (int unused : dead[i]) {
                memory[unused].deallocate();
            }
        }
        Tensor[] results = new Tensor[outputs.length];
        for (int i = 0; i < results.length; i++) {
            results[i] = memory[outputs[i]];
        }
        return results;
    }

    List<String> names() {
        return names;
    }

    private Tensor compute(
            int i,
            Tensor[] memory,
            Tensor[] weights,
            Map<String, HostTensor> batch,
            Target target) {
        if (parameters[i] >= 0) {
            return weights[parameters[i]];
        }
        try {
            Value value = values.get(i);
            if (value.op() instanceof Op.Input) {
                return target.bring(Tensors.over(Inputs.given(value, batch)));
            }
            Tensor[] arguments = new Tensor[inputs[i].length];
            for (int k = 0; k < arguments.length; k++) {
                arguments[k] = memory[inputs[i][k]];
            }
            return kernels[i].run(arguments);
        } catch (RuntimeException e) {
            throw Failures.in(values.get(i), e);
        }
    }

    private int[] uses() {
        int[] uses = new int[values.size()];
        for (int[] reads : inputs) {
            for (int read : reads) {
                uses[read]++;
            }
        }
        for (int output : outputs) {
            uses[output]++;
        }
        return uses;
    }

    private Kernel[] kernels(int[] uses, Mode mode) {
        Kernel[] result = new Kernel[values.size()];
        for (int i = 0; i < result.length; i++) {
            Value value = values.get(i);
            if (value.inputs().isEmpty()) {
                result[i] = x -> x[0];
            } else {
                result[i] =
                        Overwriting.of(value, uses[inputs[i][0]])
                                .orElseGet(() -> Kernels.of(value.op(), mode));
            }
        }
        return result;
    }

    private int[][] lastReads() {
        boolean[] kept = new boolean[values.size()];
        for (int output : outputs) {
            kept[output] = true;
        }
        int[][] result = new int[values.size()][];
        for (int i = result.length - 1; i >= 0; i--) {
            List<Integer> ending = new ArrayList<>();
            for (int read : inputs[i]) {
                if (!kept[read] && parameters[read] < 0) {
                    kept[read] = true;
                    ending.add(read);
                }
            }
            result[i] = ending.stream().mapToInt(Integer::intValue).toArray();
        }
        return result;
    }
}
