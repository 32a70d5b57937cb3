package fovea.graph;

import java.util.List;

/// What one operation of a graph gives. Values are compared by identity; the name is unique in the
/// graph (`layer1.0.conv1`).
public final class Value {
    private final String name;
    private final Op op;
    private final List<Value> inputs;
    private final Shape shape;

    Value(String name, Op op, List<Value> inputs, Shape shape) {
        this.name = name;
        this.op = op;
        this.inputs = List.copyOf(inputs);
        this.shape = shape;
    }

    public String name() {
        return name;
    }

    public Op op() {
        return op;
    }

    public List<Value> inputs() {
        return inputs;
    }

    public Value input(int index) {
        return inputs.get(index);
    }

    public Shape shape() {
        return shape;
    }

    @Override
    public String toString() {
        return name + " " + shape;
    }
}
