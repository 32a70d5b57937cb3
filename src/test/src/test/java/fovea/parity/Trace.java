package fovea.parity;

import fovea.engine.Device;
import fovea.engine.Engine;
import fovea.engine.Precision;
import fovea.engine.TrainingOptions;
import fovea.engine.TrainingSession;
import fovea.engine.TrainingState;
import fovea.engine.Weights;
import fovea.graph.Graph;
import fovea.optimization.Optimizer;
import fovea.tensor.HostTensor;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// What an engine learns from a batch: the loss, the gradient, the statistics, and how far three
/// steps of each optimiser move the weights.
///
/// @param gradients of every weight: the momentum after a step that goes nowhere
/// @param statistics how far a step moves those of batch norms
/// @param movements of every weight, by the optimiser's name
record Trace(
        double loss,
        Map<String, HostTensor> gradients,
        Map<String, HostTensor> statistics,
        Map<String, Map<String, HostTensor>> movements) {
    private static final double TOLERANCE = 1e-3;
    private static final int STEPS = 3;
    private static final double HALF_ULP = 0x1p-24;

    /// How far the first step goes, beside the length of all weights: far above the rounding of the
    /// weights, and yet so near that the loss still looks like a plane.
    private static final double DISTANCE = 2e-4;

    private static final Optimizer MOMENTUM = new Optimizer.Sgd(1, 0.9, false, 0);
    private static final String STATE = "/momentum";

    /// Without movements.
    static Trace gradient(
            Engine engine, Graph graph, Weights start, Map<String, HostTensor> batch) {
        double loss;
        Map<String, HostTensor> gradients = new TreeMap<>();
        Map<String, HostTensor> statistics;
        try (TrainingSession session = engine.train(graph, start, options(MOMENTUM))) {
            loss = session.step(List.of(batch), 0, 0).loss();
            TrainingState state = session.state();
            state.optimizer()
                    .forEach((name, tensor) -> gradients.put(name.replace(STATE, ""), tensor));
            statistics = movement(start, state.weights());
            statistics.keySet().removeAll(gradients.keySet());
        }
        return new Trace(loss, gradients, statistics, Map.of());
    }

    static Trace of(Engine engine, Graph graph, Weights start, Map<String, HostTensor> batch) {
        Trace first = gradient(engine, graph, start, batch);
        Map<String, HostTensor> gradients = first.gradients;
        Map<String, HostTensor> moving = new TreeMap<>(start.tensors());
        moving.keySet().retainAll(gradients.keySet());
        double length = DISTANCE * Distance.norm(moving);
        double slope = Distance.norm(gradients);
        double root = Math.sqrt(elements(moving));
        Optimizer adam = new Optimizer.AdamW(1, 0.9, 0.999, slope / root, 0.01);
        Map<String, Map<String, HostTensor>> movements = new TreeMap<>();
        movements.put("momentum", moved(engine, graph, start, batch, MOMENTUM, length / slope));
        movements.put("adamw", moved(engine, graph, start, batch, adam, length / root));
        movements.values().forEach(each -> each.keySet().retainAll(gradients.keySet()));
        return new Trace(first.loss, gradients, first.statistics, movements);
    }

    private static Map<String, HostTensor> moved(
            Engine engine,
            Graph graph,
            Weights start,
            Map<String, HostTensor> batch,
            Optimizer optimizer,
            double lr) {
        try (TrainingSession session = engine.train(graph, start, options(optimizer))) {
            for (int step = 1; step <= STEPS; step++) {
                session.step(List.of(batch), lr, step);
            }
            return movement(start, session.state().weights());
        }
    }

    private static Map<String, HostTensor> movement(Weights start, Weights end) {
        Map<String, HostTensor> movement = new TreeMap<>(end.tensors());
        movement.replaceAll(
                (name, tensor) ->
                        Distance.difference(
                                tensor, Objects.requireNonNull(start.tensors().get(name))));
        return movement;
    }

    private static TrainingOptions options(Optimizer optimizer) {
        return new TrainingOptions(
                Device.CPU,
                Precision.FP32,
                optimizer,
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private static double elements(Map<String, HostTensor> tensors) {
        return tensors.values().stream().mapToDouble(HostTensor::elements).sum();
    }

    /// How far the other's gradients, statistics and movements are, in units of the 1e-3 that are
    /// allowed.
    Map<String, Distance> from(Trace other, Weights start) {
        Map<String, Distance> distances = new TreeMap<>();
        distances.put("gradients", new Distance(gradients, other.gradients, TOLERANCE));
        distances.put("statistics", new Distance(statistics, other.statistics, TOLERANCE));
        movements.forEach(
                (name, movement) ->
                        distances.put(
                                name,
                                new Distance(
                                        movement,
                                        Objects.requireNonNull(other.movements.get(name)),
                                        TOLERANCE,
                                        weight -> rounding(weight, start))));
        return distances;
    }

    /// How much a weight may be rounded by while steps are added to it.
    private static double rounding(String weight, Weights start) {
        HostTensor tensor = Objects.requireNonNull(start.tensors().get(weight));
        return STEPS * HALF_ULP * Distance.norm(Map.of(weight, tensor));
    }

    /// How far the other's gradients are where some functions have kinks, parameter by parameter.
    Distance gradientsFrom(Trace other) {
        double rounding = HALF_ULP * 2 * Distance.norm(gradients);
        return new Distance(gradients, other.gradients, TOLERANCE, _ -> rounding);
    }
}
