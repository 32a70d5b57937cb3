package fovea.parity;

import fovea.app.benchmark.BenchmarkNets;
import fovea.experiment.Catalog;
import fovea.experiment.ComponentInfo;
import fovea.experiment.ExperimentReader;
import fovea.graph.Graph;
import fovea.graph.GraphBuilder;
import fovea.graph.GraphException;
import fovea.graph.Op;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.model.Backbone;
import fovea.model.Model;
import fovea.model.ModelContext;
import fovea.plugin.Plugins;
import fovea.sample.ClassList;
import fovea.tensor.InputSpec;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Every backbone that any plugin brings, with its defaults and the classifier's head, and a UNet:
/// at the smallest of some image sizes that leaves batch norms enough to take statistics of.
/// Nothing is dropped at random, since engines need not draw the same numbers.
final class ParityNets {
    private static final List<Integer> SIZES = List.of(32, 48, 64, 96, 128, 224);
    private static final int LEAST_PIXELS = 4;
    private static final ClassList CLASSES = new ClassList(List.of("a", "b", "c", "d", "e"));

    private ParityNets() {}

    static Map<String, Graph> all() {
        Catalog catalog = Catalog.of(Plugins.discover().all());
        Map<String, Graph> nets = new LinkedHashMap<>();
        for (ComponentInfo backbone : catalog.components(Backbone.class)) {
            nets.put(backbone.name(), calm(classifier(backbone.name(), catalog)));
        }
        nets.put("unet16", BenchmarkNets.find("unet16", Shape.image(3, 32, 32)).orElseThrow());
        return nets;
    }

    private static Graph classifier(String backbone, Catalog catalog) {
        String text = "{type: image-classifier, backbone: {type: %s}}".formatted(backbone);
        Model model = ExperimentReader.component(Model.class, text, backbone, catalog);
        for (int size : SIZES) {
            Optional<Graph> graph = fitting(model, size);
            if (graph.isPresent()) {
                return graph.get();
            }
        }
        throw new AssertionError(backbone + " takes no image of " + SIZES + " pixels");
    }

    private static Optional<Graph> fitting(Model model, int size) {
        InputSpec input = new InputSpec(3, size, size, List.of(0.5), List.of(0.5));
        try {
            Graph graph = model.graph(new ModelContext(CLASSES, input));
            return graph.values().stream().allMatch(ParityNets::steady)
                    ? Optional.of(graph)
                    : Optional.empty();
        } catch (GraphException e) {
            return Optional.empty();
        }
    }

    private static boolean steady(Value value) {
        return !(value.op() instanceof Op.BatchNorm)
                || value.shape().dim(2) * value.shape().dim(3) >= LEAST_PIXELS;
    }

    /// The same graph with all rates at 0.
    private static Graph calm(Graph graph) {
        return rebuilt(
                graph,
                op ->
                        switch (op) {
                            case Op.Dropout _ -> new Op.Dropout(0);
                            case Op.DropPath _ -> new Op.DropPath(0);
                            default -> op;
                        });
    }

    /// The same graph with smooth functions where it has kinks.
    static Graph smooth(Graph graph) {
        return rebuilt(
                graph,
                op ->
                        switch (op) {
                            case Op.MaxPool2d pool -> new Op.AveragePool2d(pool.window());
                            case Op.Unary unary -> new Op.Unary(smooth(unary.function()));
                            default -> op;
                        });
    }

    private static Op.Function smooth(Op.Function function) {
        return switch (function) {
            case RELU, RELU6 -> Op.Function.GELU;
            case HARD_SIGMOID -> Op.Function.SIGMOID;
            case HARD_SWISH -> Op.Function.SILU;
            case ABS -> Op.Function.SQUARE;
            case GELU, SIGMOID, TANH, SILU, SOFTPLUS, EXP, LOG, SQRT, SQUARE -> function;
        };
    }

    private static Graph rebuilt(Graph graph, UnaryOperator<Op> change) {
        return Graph.build(
                graph.name(),
                g -> {
                    Map<Value, Value> copies = new HashMap<>();
                    for (Value value : graph.values()) {
                        copies.put(value, copy(value, copies, change, g));
                    }
                    graph.outputs()
                            .forEach(
                                    (name, value) ->
                                            g.output(
                                                    name,
                                                    Objects.requireNonNull(copies.get(value))));
                });
    }

    private static Value copy(
            Value value, Map<Value, Value> copies, UnaryOperator<Op> change, GraphBuilder g) {
        Value[] inputs = value.inputs().stream().map(copies::get).toArray(Value[]::new);
        return switch (value.op()) {
            case Op.Input input -> g.input(value.name(), input.shape());
            case Op.Parameter p -> g.parameter(value.name(), p.shape(), p.initializer(), p.role());
            case Op op -> g.apply(change.apply(op), inputs);
        };
    }
}
