package fovea.engine.reference;

import fovea.engine.Device;
import fovea.engine.Engine;
import fovea.engine.Precision;
import fovea.engine.TrainingOptions;
import fovea.engine.TrainingSession;
import fovea.engine.Weights;
import fovea.graph.Graph;
import fovea.graph.GraphBuilder;
import fovea.graph.Initializer;
import fovea.graph.Op;
import fovea.graph.Role;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.optimization.Optimizer;
import fovea.tensor.HostTensor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/// A case of [OperationCases] with random numbers: the output `y`, and the loss Σ y·coefficients.
public record Trial(Graph graph, Map<String, Numbers> weights, Map<String, Numbers> batch) {
    /// A step of plain gradient descent at rate 1 shows the gradients.
    public static final TrainingOptions PLAIN =
            new TrainingOptions(
                    Device.CPU,
                    Precision.FP32,
                    new Optimizer.Sgd(1, 0, false, 0),
                    OptionalDouble.empty(),
                    OptionalDouble.empty());

    static final int SAMPLES = 3;

    public static Trial of(String name, BiFunction<GraphBuilder, Value, Value> body) {
        SplittableRandom random = new SplittableRandom(name.hashCode());
        Graph graph = Graph.build("trial", g -> build(g, body));
        Map<String, Numbers> weights = new LinkedHashMap<>();
        for (Value value : graph.parameters()) {
            boolean buffer = value.op() instanceof Op.Parameter p && p.role() == Role.BUFFER;
            weights.put(
                    value.name(),
                    Numbers.of(
                            value.shape().dims(),
                            i ->
                                    buffer
                                            ? 0.5 + random.nextDouble()
                                            : (float) random.nextGaussian()));
        }
        Map<String, Numbers> batch = new LinkedHashMap<>();
        for (Value value : graph.inputs()) {
            batch.put(
                    value.name(),
                    Numbers.of(
                            value.shape().withBatch(SAMPLES), i -> (float) random.nextGaussian()));
        }
        return new Trial(graph, weights, batch);
    }

    private static void build(GraphBuilder g, BiFunction<GraphBuilder, Value, Value> body) {
        Value image = g.input("image", Shape.image(4, 6, 5));
        Value shift =
                g.parameter("shift", Shape.of(1, 4, 6, 5), new Initializer.Normal(1), Role.WEIGHT);
        Value y = body.apply(g, g.add(image, shift));
        Value coefficients = g.input("coefficients", y.shape());
        Integer[] axes = IntStream.range(0, y.shape().rank()).boxed().toArray(Integer[]::new);
        g.output("y", y);
        g.output(Graph.LOSS, g.sum(g.multiply(y, coefficients), axes));
    }

    public Map<String, HostTensor> tensors() {
        return host(batch);
    }

    public Weights start() {
        return new Weights(host(weights));
    }

    /// The gradients an engine finds, by parameter.
    public Map<String, Numbers> gradients(Engine engine) {
        try (TrainingSession session = engine.train(graph, start(), PLAIN)) {
            session.step(List.of(tensors()), 1, 0);
            Map<String, Numbers> gradients = new LinkedHashMap<>();
            session.state()
                    .weights()
                    .tensors()
                    .forEach((name, tensor) -> gradients.put(name, fall(name, tensor)));
            return gradients;
        }
    }

    private Numbers fall(String name, HostTensor after) {
        Numbers before = Numbers.of(Numbers.named(name, weights).host());
        Numbers now = Numbers.of(after);
        return Numbers.of(before.shape(), i -> before.at(i) - now.at(i));
    }

    private static Map<String, HostTensor> host(Map<String, Numbers> numbers) {
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        numbers.forEach((name, value) -> tensors.put(name, value.host()));
        return tensors;
    }
}
