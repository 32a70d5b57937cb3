package fovea.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.graph.Graph;
import fovea.graph.Initializer;
import fovea.graph.Role;
import fovea.graph.Shape;
import fovea.sample.Seed;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

class InitializationTest {
    private static final Shape CONV = Shape.of(64, 32, 3, 3);

    @Test
    void kaimingScalesByTheFan() {
        assertEquals(
                Math.sqrt(2.0 / (64 * 9)),
                std(draw(new Initializer.KaimingNormal(Initializer.Fan.OUT))),
                1e-3);
        assertEquals(
                Math.sqrt(2.0 / (32 * 9)),
                std(draw(new Initializer.KaimingNormal(Initializer.Fan.IN))),
                1e-3);
    }

    @Test
    void aUniformStaysInsideItsBoundAndReachesIt() {
        double fanIn = Math.sqrt(1.0 / (32 * 9));
        assertEquals(fanIn, largest(draw(new Initializer.FanInUniform())), fanIn * 0.01);
    }

    @Test
    void aTruncatedNormalIsCutAtTwoDeviations() {
        float[] values = draw(new Initializer.TruncatedNormal(0.02));
        assertTrue(largest(values) <= 0.04);
        assertEquals(0.02 * 0.8796, std(values), 5e-4);
    }

    @Test
    void addingALayerLeavesTheOthersAsTheyWere() {
        Weights one = Initialization.of(linear("a"), new Seed(7));
        Weights two = Initialization.of(linear("b", "a"), new Seed(7));
        assertArrayEquals(one.tensor("a.weight").toArray(), two.tensor("a.weight").toArray());
    }

    @Test
    void anotherSeedGivesOtherWeights() {
        float[] one = Initialization.of(linear("a"), new Seed(7)).tensor("a.weight").toArray();
        float[] two = Initialization.of(linear("a"), new Seed(8)).tensor("a.weight").toArray();
        assertTrue(IntStream.range(0, one.length).anyMatch(i -> one[i] != two[i]));
    }

    private static Graph linear(String... names) {
        return Graph.build(
                "layers",
                g -> {
                    var x = g.input("x", Shape.of(Shape.BATCH, 8));
                    for (String name : names) {
                        x = g.at(name).linear(x, 8);
                    }
                    g.output("y", x);
                });
    }

    private static float[] draw(Initializer initializer) {
        Graph graph =
                Graph.build(
                        "one",
                        g -> g.output("w", g.parameter("w", CONV, initializer, Role.WEIGHT)));
        return Initialization.of(graph, new Seed(3)).tensor("w").toArray();
    }

    private static double std(float[] values) {
        double mean =
                IntStream.range(0, values.length)
                        .mapToDouble(i -> values[i])
                        .average()
                        .orElseThrow();
        return Math.sqrt(
                IntStream.range(0, values.length)
                        .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                        .average()
                        .orElseThrow());
    }

    private static double largest(float[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> Math.abs(values[i]))
                .max()
                .orElseThrow();
    }
}
