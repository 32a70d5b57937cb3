package fovea.engine.dl4j;

import fovea.engine.Inputs;
import fovea.graph.Graph;
import fovea.graph.Op;
import fovea.graph.Value;
import fovea.tensor.HostTensor;
import fovea.tensor.Layout;

import org.nd4j.linalg.api.ndarray.INDArray;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A graph made ready to run for a number of samples: operations on arrays that have their places
/// once and for all, so that a run allocates nothing.
final class Program implements AutoCloseable {
    private final Graph graph;
    private final Memory memory;
    private final int samples;
    private final Tape tape = new Tape();
    private final Noise noise = new Noise();
    private final Map<Value, Tensor> inputs = new LinkedHashMap<>();
    private final Map<String, Tensor> outputs = new LinkedHashMap<>();
    private final MemoryPlan plan;
    private final Memory.Own own;
    private final List<Bound> bound = new ArrayList<>();
    private int generation = -1;

    /// @param graph whose outputs are computed; in training its output `loss` is differentiated too
    Program(Graph graph, Memory memory, Mode mode, int samples) {
        this.graph = graph;
        this.memory = memory;
        this.samples = samples;
        write(mode);
        plan = new MemoryPlan(tape);
        own = new Memory.Own(plan, Flat.zeros(plan.constants()));
        tape.constants()
                .forEach(
                        (storage, values) ->
                                fill(own.constants().memory(), plan.place(storage), values));
    }

    private void write(Mode mode) {
        Parameters parameters = memory.parameters();
        Map<Value, Tensor> weights = new HashMap<>(parameters.trainedTensors(Storage.Kind.TRAINED));
        weights.putAll(parameters.fixedTensors());
        Lowering lowering = new Lowering(tape, noise, mode, samples);
        Map<Value, Lowered> lowered = new HashMap<>();
        for (Value value : graph.values()) {
            tape.at(value.name());
            lowered.put(value, lower(value, lowering, weights, lowered));
        }
        graph.outputs()
                .forEach(
                        (name, value) -> {
                            Tensor result = Objects.requireNonNull(lowered.get(value)).result();
                            Tensor copy = new Arrangement(tape).rowMajor(result);
                            tape.keep(copy);
                            outputs.put(name, copy);
                        });
        if (mode == Mode.TRAINING) {
            new Differentiation(
                            tape, graph, lowered, parameters.trainedTensors(Storage.Kind.GRADIENT))
                    .run();
        }
    }

    private Lowered lower(
            Value value,
            Lowering lowering,
            Map<Value, Tensor> weights,
            Map<Value, Lowered> lowered) {
        try {
            if (value.op() instanceof Op.Parameter) {
                return Noise.same(Objects.requireNonNull(weights.get(value)));
            }
            if (value.op() instanceof Op.Input) {
                Tensor tensor = input(lowering.dims(value));
                inputs.put(value, tape.given(tensor));
                return Noise.same(tensor);
            }
            List<Tensor> x =
                    value.inputs().stream()
                            .map(input -> Objects.requireNonNull(lowered.get(input)).result())
                            .toList();
            return lowering.lower(value, x);
        } catch (RuntimeException e) {
            throw Failures.in("node '" + value + "'", e);
        }
    }

    private Tensor input(long... dims) {
        return dims.length == 4
                ? tape.scratch(dims[0], dims[2], dims[3], dims[1]).permute(0, 3, 1, 2)
                : tape.scratch(dims);
    }

    /// Computes the outputs, and in training the gradients.
    ///
    /// @param seed decides dropout
    void run(Map<String, HostTensor> batch, long seed) {
        bind();
        MemorySegment scratch = memory.scratch().vector().memory();
        inputs.forEach(
                (value, tensor) -> {
                    HostTensor host = Inputs.given(value, batch);
                    Layout layout = tensor.rank() == 4 ? Layout.CHANNELS_LAST : Layout.CONTIGUOUS;
                    Transfers.in(host, layout, scratch, plan.place(tensor.storage()));
                });
        noise.draw(seed, (tensor, factors) -> fill(scratch, plan.place(tensor.storage()), factors));
        List<Call> calls = tape.calls();
        for (int i = 0; i < bound.size(); i++) {
            try {
                bound.get(i).run();
            } catch (RuntimeException e) {
                throw Failures.in("node '" + calls.get(i).node() + "'", e);
            }
        }
    }

    private void bind() {
        memory.scratch().reserve(plan.length());
        if (generation == memory.scratch().generation()) {
            return;
        }
        unbind();
        for (Call call : tape.calls()) {
            bound.add(call.kernel().bind(arrays(call.inputs()), arrays(call.outputs())));
        }
        generation = memory.scratch().generation();
    }

    private List<INDArray> arrays(List<Tensor> tensors) {
        return tensors.stream().map(tensor -> memory.array(tensor, own)).toList();
    }

    /// Copies of what the last run computed.
    Map<String, HostTensor> results() {
        Map<String, HostTensor> results = new LinkedHashMap<>();
        outputs.forEach(
                (name, tensor) ->
                        results.put(
                                name,
                                Transfers.out(
                                        memory.segment(tensor, own),
                                        memory.start(tensor, own),
                                        graph.output(name).shape().withBatch(samples))));
        return results;
    }

    /// The loss of the last run.
    double loss() {
        Tensor loss = Objects.requireNonNull(outputs.get(Graph.LOSS));
        return memory.segment(loss, own)
                .getAtIndex(ValueLayout.JAVA_FLOAT, memory.start(loss, own));
    }

    private static void fill(MemorySegment memory, long start, float[] values) {
        MemorySegment.copy(
                values, 0, memory, ValueLayout.JAVA_FLOAT, start * Float.BYTES, values.length);
    }

    private void unbind() {
        bound.forEach(Bound::close);
        bound.clear();
    }

    @Override
    public void close() {
        unbind();
        own.constants().close();
    }
}
