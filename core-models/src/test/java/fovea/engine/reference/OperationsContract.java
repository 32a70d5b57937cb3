package fovea.engine.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.engine.Device;
import fovea.engine.Engine;
import fovea.engine.InferenceSession;
import fovea.engine.TrainingSession;
import fovea.graph.Graph;
import fovea.graph.Op;
import fovea.graph.Role;
import fovea.graph.Value;
import fovea.tensor.HostTensor;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// Every operation against loops in double precision, and its gradients against differences. A test
/// of each engine extends it.
public abstract class OperationsContract {
    private static final double STEP = 1e-5;

    private final Engine engine;

    protected OperationsContract(Engine engine) {
        this.engine = engine;
    }

    @TestFactory
    public Stream<DynamicTest> predictionsEqualTheReference() {
        return each(
                trial -> {
                    try (InferenceSession session =
                            engine.infer(trial.graph().only("y"), trial.start(), Device.CPU)) {
                        HostTensor y =
                                Objects.requireNonNull(session.run(trial.tensors()).get("y"));
                        assertClose(reference("y", trial, Reference.Mode.INFERENCE), Numbers.of(y));
                    }
                });
    }

    @TestFactory
    public Stream<DynamicTest> trainingLossesEqualTheReference() {
        return each(
                trial -> {
                    try (TrainingSession session =
                            engine.train(trial.graph(), trial.start(), Trial.PLAIN)) {
                        double loss = session.step(List.of(trial.tensors()), 1, 0).loss();
                        double wanted = reference(Graph.LOSS, trial, Reference.Mode.TRAINING).at();
                        assertEquals(wanted, loss, 1e-4 * (1 + Math.abs(wanted)));
                    }
                });
    }

    @TestFactory
    public Stream<DynamicTest> gradientsEqualDifferencesOfTheReference() {
        return each(
                trial -> {
                    Map<String, Numbers> gradients = trial.gradients(engine);
                    for (Value value : trial.graph().parameters()) {
                        if (value.op() instanceof Op.Parameter p && p.role() != Role.BUFFER) {
                            compareGradient(
                                    trial, value.name(), Numbers.named(value.name(), gradients));
                        }
                    }
                });
    }

    @Test
    public void everyOperationIsAmongTheCases() {
        Set<Class<?>> used = new HashSet<>();
        OperationCases.all()
                .forEach(
                        (name, body) ->
                                Trial.of(name, body)
                                        .graph()
                                        .values()
                                        .forEach(value -> used.add(value.op().getClass())));
        assertEquals(new HashSet<>(Arrays.asList(Op.class.getPermittedSubclasses())), used);
    }

    private static void compareGradient(Trial trial, String name, Numbers gradient) {
        Numbers start = Numbers.named(name, trial.weights());
        for (int k = 0; k < start.values().size(); k++) {
            double wanted = (loss(trial, name, k, STEP) - loss(trial, name, k, -STEP)) / 2 / STEP;
            assertEquals(
                    wanted,
                    gradient.values().get(k),
                    2e-4 * (1 + Math.abs(wanted)),
                    name + " element " + k);
        }
    }

    private static double loss(Trial trial, String name, int element, double change) {
        List<Double> values = new ArrayList<>(Numbers.named(name, trial.weights()).values());
        values.set(element, values.get(element) + change);
        Map<String, Numbers> weights = new HashMap<>(trial.weights());
        weights.put(name, new Numbers(Numbers.named(name, trial.weights()).shape(), values));
        Trial moved = new Trial(trial.graph(), weights, trial.batch());
        return reference(Graph.LOSS, moved, Reference.Mode.TRAINING).at();
    }

    private static Numbers reference(String output, Trial trial, Reference.Mode mode) {
        Map<String, Numbers> given = new HashMap<>(trial.weights());
        given.putAll(trial.batch());
        return Numbers.named(output, new Reference(trial.graph(), mode).run(given));
    }

    private static void assertClose(Numbers wanted, Numbers actual) {
        assertEquals(wanted.shape(), actual.shape());
        for (int i = 0; i < wanted.values().size(); i++) {
            double value = wanted.values().get(i);
            assertEquals(value, actual.values().get(i), 1e-5 * (1 + Math.abs(value)), "at " + i);
        }
    }

    private interface Check {
        void of(Trial trial);
    }

    private static Stream<DynamicTest> each(Check check) {
        return OperationCases.all().entrySet().stream()
                .map(
                        entry ->
                                DynamicTest.dynamicTest(
                                        entry.getKey(),
                                        () ->
                                                check.of(
                                                        Trial.of(
                                                                entry.getKey(),
                                                                entry.getValue()))));
    }
}
