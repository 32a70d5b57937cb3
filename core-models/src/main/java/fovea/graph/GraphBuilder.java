package fovea.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Adds operations to a graph. Names come from scopes: `g.at("layer1").at("conv").conv2d(…)` makes
/// the node `layer1.conv` with the parameter `layer1.conv.weight`. Shapes are inferred at once, so
/// a mistake shows where it is made.
public final class GraphBuilder {
    private final Draft draft;
    private final String scope;

    /// What all scopes of one graph share.
    private record Draft(List<Value> values, Set<String> names, Map<String, Value> outputs) {}

    GraphBuilder() {
        this(new Draft(new ArrayList<>(), new HashSet<>(), new LinkedHashMap<>()), "");
    }

    private GraphBuilder(Draft draft, String scope) {
        this.draft = draft;
        this.scope = scope;
    }

    /// The same graph, with names below this one.
    public GraphBuilder at(String name) {
        return new GraphBuilder(draft, scope.isEmpty() ? name : scope + "." + name);
    }

    public GraphBuilder at(int index) {
        return at(Integer.toString(index));
    }

    /// A value given from outside; its name is not scoped.
    public Value input(String name, Shape shape) {
        return add(name, new Op.Input(shape), List.of());
    }

    /// A trained tensor or buffer named below the scope.
    public Value parameter(String name, Shape shape, Initializer initializer, Role role) {
        return add(at(name).scope, new Op.Parameter(shape, initializer, role), List.of());
    }

    /// Names a value as a result of the graph.
    public void output(String name, Value value) {
        if (draft.outputs.put(name, value) != null) {
            throw new GraphException(
                    value.name(), "output " + name + " is named twice", "name each output once");
        }
    }

    /// Adds any operation; the node is named by the scope and the operation.
    public Value apply(Op op, Value... inputs) {
        return add(unique(at(Names.ofOp(op)).scope), op, Arrays.asList(inputs));
    }

    /// A layer is named by its scope alone.
    private Value layer(Op op, Value... inputs) {
        return add(unique(scope.isEmpty() ? Names.ofOp(op) : scope), op, Arrays.asList(inputs));
    }

    /// A convolution without groups, He-initialised by fan-out as in ResNet.
    public Value conv2d(Value x, int outChannels, Window window, Bias bias) {
        return conv2d(x, outChannels, window, 1, bias);
    }

    public Value conv2d(Value x, int outChannels, Window window, int groups, Bias bias) {
        return conv2d(
                x,
                outChannels,
                new Op.Conv2d(window, groups),
                bias,
                new Initializer.KaimingNormal(Initializer.Fan.OUT));
    }

    /// A convolution with its own initialiser; the bias starts at 0.
    public Value conv2d(
            Value x, int outChannels, Op.Conv2d op, Bias bias, Initializer initializer) {
        if (x.shape().rank() != 4 || x.shape().dim(1) % op.groups() != 0) {
            throw new GraphException(
                    scope,
                    "a convolution with " + op.groups() + " groups cannot take " + x.shape(),
                    "give it N×C×H×W with C divisible by the groups");
        }
        Window.Size kernel = op.window().kernel();
        Shape shape =
                Shape.of(
                        outChannels,
                        x.shape().dim(1) / op.groups(),
                        kernel.height(),
                        kernel.width());
        Value weight = parameter("weight", shape, initializer, Role.WEIGHT);
        return bias == Bias.NONE ? layer(op, x, weight) : layer(op, x, weight, bias(outChannels));
    }

    public Value convTranspose2d(Value x, int outChannels, Window window, Bias bias) {
        Window.Size kernel = window.kernel();
        Shape shape = Shape.of(x.shape().dim(1), outChannels, kernel.height(), kernel.width());
        Value weight = parameter("weight", shape, new Initializer.FanInUniform(), Role.WEIGHT);
        Op op = new Op.ConvTranspose2d(window, 1);
        return bias == Bias.NONE ? layer(op, x, weight) : layer(op, x, weight, bias(outChannels));
    }

    /// A linear layer with bias on the last axis.
    public Value linear(Value x, int outFeatures) {
        return linear(x, outFeatures, Bias.LEARNT, new Initializer.FanInUniform());
    }

    public Value linear(Value x, int outFeatures, Bias bias, Initializer initializer) {
        Shape shape = Shape.of(outFeatures, x.shape().dim(-1));
        Value weight = parameter("weight", shape, initializer, Role.WEIGHT);
        Op op = new Op.Linear();
        return bias == Bias.NONE ? layer(op, x, weight) : layer(op, x, weight, bias(outFeatures));
    }

    private Value bias(int size) {
        return parameter("bias", Shape.of(size), new Initializer.Constant(0), Role.BIAS);
    }

    /// Batch normalisation with ε = 1e-5 and momentum 0.1.
    public Value batchNorm(Value x) {
        Shape channels = Shape.of(x.shape().dim(1));
        Value weight = parameter("weight", channels, new Initializer.Constant(1), Role.BIAS);
        Value bias = parameter("bias", channels, new Initializer.Constant(0), Role.BIAS);
        Value mean = parameter("running_mean", channels, new Initializer.Constant(0), Role.BUFFER);
        Value variance =
                parameter("running_var", channels, new Initializer.Constant(1), Role.BUFFER);
        return layer(new Op.BatchNorm(1e-5, 0.1), x, weight, bias, mean, variance);
    }

    public Value layerNorm(Value x, double epsilon) {
        Shape channels = Shape.of(x.shape().dim(-1));
        Value weight = parameter("weight", channels, new Initializer.Constant(1), Role.BIAS);
        Value bias = parameter("bias", channels, new Initializer.Constant(0), Role.BIAS);
        return layer(new Op.LayerNorm(epsilon), x, weight, bias);
    }

    public Value unary(Op.Function function, Value x) {
        return apply(new Op.Unary(function), x);
    }

    public Value relu(Value x) {
        return unary(Op.Function.RELU, x);
    }

    public Value binary(Op.Operator operator, Value a, Value b) {
        return apply(new Op.Binary(operator), a, b);
    }

    public Value add(Value a, Value b) {
        return binary(Op.Operator.ADD, a, b);
    }

    public Value multiply(Value a, Value b) {
        return binary(Op.Operator.MULTIPLY, a, b);
    }

    public Value maxPool2d(Value x, Window window) {
        return apply(new Op.MaxPool2d(window), x);
    }

    /// factor·x + offset.
    public Value scale(Value x, double factor, double offset) {
        return apply(new Op.Scale(factor, offset), x);
    }

    public Value sum(Value x, Integer... axes) {
        return apply(new Op.Reduce(Op.Reduction.SUM, List.of(axes)), x);
    }

    public Value mean(Value x, Integer... axes) {
        return apply(new Op.Reduce(Op.Reduction.MEAN, List.of(axes)), x);
    }

    /// `N×C×H×W` → `N×C`.
    public Value globalAveragePool(Value x) {
        return mean(x, 2, 3);
    }

    /// Keeps the batch dimension and joins all others.
    public Value flatten(Value x) {
        return reshape(x, Shape.of(Shape.BATCH, Math.toIntExact(x.shape().elementsPerSample())));
    }

    public Value reshape(Value x, Shape shape) {
        return apply(new Op.Reshape(shape), x);
    }

    public Value permute(Value x, Integer... axes) {
        return apply(new Op.Permute(List.of(axes)), x);
    }

    public Value concat(int axis, Value... values) {
        return apply(new Op.Concat(axis), values);
    }

    public Value slice(Value x, int axis, int start, int length) {
        return apply(new Op.Slice(axis, start, length), x);
    }

    private Value add(String name, Op op, List<Value> inputs) {
        if (!draft.names.add(name)) {
            throw new GraphException(
                    name, "two nodes have this name", "put each in a scope of its own");
        }
        Value value = new Value(name, op, inputs, ShapeInference.shapeOf(name, op, inputs));
        draft.values.add(value);
        return value;
    }

    private String unique(String name) {
        String candidate = name;
        for (int i = 2; draft.names.contains(candidate); i++) {
            candidate = name + "_" + i;
        }
        return candidate;
    }

    Graph graph(String name) {
        return new Graph(name, draft.values, draft.outputs);
    }
}
