package fovea.onnx;

import fovea.graph.Value;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Writes the nodes of one value: the last has the value's name, those before it names below it.
///
/// @param name of the last node
/// @param tensors the name of what a value gives
record Emitter(GraphDraft draft, Value value, String name, Function<Value, String> tensors) {
    /// The name of an input's tensor.
    String x(int index) {
        return tensors.apply(value.input(index));
    }

    List<String> all() {
        return IntStream.range(0, value.inputs().size()).mapToObj(this::x).toList();
    }

    /// The node that gives the value.
    String last(String operator, List<String> inputs, AttributeProto... attributes) {
        return draft.node(name, operator, inputs, attributes);
    }

    /// As [#last] for a matrix product, which is computed in 32 bits from inputs of 32 bits: the
    /// library's products of halves are many times slower on processors without such instructions.
    String lastWide(String operator, List<String> inputs, AttributeProto... attributes) {
        return draft.half()
                ? draft.cast(name, part("wide", operator, inputs, attributes), ElementType.FLOAT16)
                : last(operator, inputs, attributes);
    }

    /// The inputs in 32 bits.
    List<String> allWide() {
        return all().stream().map(draft::widened).toList();
    }

    /// A node on the way to it.
    String part(String what, String operator, List<String> inputs, AttributeProto... attributes) {
        return draft.node(draft.unique(name + "/" + what), operator, inputs, attributes);
    }
}
