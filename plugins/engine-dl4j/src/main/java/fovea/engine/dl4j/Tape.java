package fovea.engine.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Collects the operations of a program in the order in which they run.
final class Tape {
    private final List<Call> calls = new ArrayList<>();
    private final Map<Storage, float[]> constants = new LinkedHashMap<>();
    private final Set<Storage> given = new LinkedHashSet<>();
    private final Set<Storage> kept = new LinkedHashSet<>();
    private String node = "";

    /// Names the node that the next operations belong to.
    void at(String name) {
        node = name;
    }

    Tensor scratch(long... dims) {
        return Tensor.of(Storage.scratch(Arrays.stream(dims).reduce(1, Math::multiplyExact)), dims);
    }

    /// A new tensor that lies as another.
    Tensor scratchLike(Tensor x) {
        return x.in(Storage.scratch(x.length()));
    }

    /// A tensor that is filled before each run.
    Tensor given(Tensor tensor) {
        given.add(tensor.storage());
        return tensor;
    }

    /// Keeps a tensor's memory until the run has ended.
    void keep(Tensor tensor) {
        kept.add(tensor.storage());
    }

    /// A tensor of given numbers, row-major.
    Tensor constant(float[] values, long... dims) {
        for (Map.Entry<Storage, float[]> known : constants.entrySet()) {
            if (Arrays.equals(known.getValue(), values)) {
                return Tensor.of(known.getKey(), dims);
            }
        }
        Tensor constant = Tensor.of(Storage.constant(values.length), dims);
        constants.put(constant.storage(), values);
        return constant;
    }

    /// As many ones as wanted.
    Tensor ones(long length) {
        float[] values = new float[Math.toIntExact(length)];
        Arrays.fill(values, 1);
        return constant(values, length);
    }

    /// An operation whose results have memory of their own.
    void call(Kernel kernel, List<Tensor> inputs, Tensor... outputs) {
        calls.add(new Call(node, kernel, inputs, List.of(outputs), Call.Overlap.NEVER));
    }

    /// An operation that may write its result over its first input.
    void overlapping(Kernel kernel, List<Tensor> inputs, Tensor output) {
        calls.add(new Call(node, kernel, inputs, List.of(output), Call.Overlap.FIRST_INPUT));
    }

    List<Call> calls() {
        return calls;
    }

    Map<Storage, float[]> constants() {
        return constants;
    }

    Set<Storage> given() {
        return given;
    }

    Set<Storage> kept() {
        return kept;
    }
}
