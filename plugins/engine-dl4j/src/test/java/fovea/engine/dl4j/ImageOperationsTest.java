package fovea.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.engine.Device;
import fovea.engine.InferenceSession;
import fovea.engine.Initialization;
import fovea.engine.Precision;
import fovea.engine.TrainingOptions;
import fovea.engine.TrainingSession;
import fovea.engine.Weights;
import fovea.graph.Bias;
import fovea.graph.Graph;
import fovea.graph.GraphBuilder;
import fovea.graph.Initializer;
import fovea.graph.Op;
import fovea.graph.Role;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.graph.Window;
import fovea.optimization.Optimizer;
import fovea.sample.Seed;
import fovea.tensor.HostTensor;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/// Ways that the contract of all engines does not go.
class ImageOperationsTest {
    /// A step at rate 1 shows the gradients.
    private static final TrainingOptions PLAIN =
            new TrainingOptions(
                    Device.CPU,
                    Precision.FP32,
                    new Optimizer.Sgd(1, 0, false, 0),
                    OptionalDouble.empty(),
                    OptionalDouble.empty());

    private static final Window UNEVEN =
            new Window(
                    new Window.Size(3, 2),
                    new Window.Size(2, 1),
                    new Window.Size(1, 1),
                    new Window.Size(1, 2));

    @Test
    void aConvolutionOfAGivenImageDoesTheSameAsOfAComputedOne() {
        for (Window window : List.of(Window.same(3), Window.kernel(3).stride(2), UNEVEN)) {
            BiFunction<GraphBuilder, Value, Value> conv =
                    (g, x) -> g.at("c").conv2d(x, 5, window, Bias.LEARNT);
            Graph given = graph(conv);
            // adding zeros hides that the image is given
            Graph computed = graph((g, x) -> conv.apply(g, g.add(x, g.scale(x, 0, 0))));
            Weights start = Initialization.of(given, new Seed(7));
            assertArrayEquals(run(given, start), run(computed, start), 1e-5f);
            assertArrayEquals(
                    moved(given, start, "c.weight"), moved(computed, start, "c.weight"), 1e-4f);
        }
    }

    @Test
    void transposedConvolutionsInGroupsAreOnesSideBySide() {
        Graph grouped =
                graph(
                        (g, x) -> {
                            Value weight =
                                    g.parameter(
                                            "w",
                                            Shape.of(4, 3, 2, 2),
                                            new Initializer.Normal(1),
                                            Role.WEIGHT);
                            return g.apply(
                                    new Op.ConvTranspose2d(Window.kernel(2).stride(2), 2),
                                    x,
                                    weight);
                        });
        Weights start = Initialization.of(grouped, new Seed(7));
        float[] w = start.tensor("w").toArray();
        float[] y = run(grouped, start);
        float[] x = image().toArray();
        for (int n = 0; n < 2; n++) {
            for (int o = 0; o < 6; o++) {
                for (int h = 0; h < 12; h++) {
                    for (int v = 0; v < 10; v++) {
                        double sum = 0;
                        for (int c = o / 3 * 2; c < o / 3 * 2 + 2; c++) {
                            float pixel = x[((n * 4 + c) * 6 + h / 2) * 5 + v / 2];
                            sum += pixel * w[((c * 3 + o % 3) * 2 + h % 2) * 2 + v % 2];
                        }
                        assertEquals(sum, y[((n * 6 + o) * 12 + h) * 10 + v], 1e-5);
                    }
                }
            }
        }
    }

    @Test
    void maximumPoolingWithDilationAndPaddingTakesTheLargestAndSendsTheGradientThere() {
        Graph pooled = graph((g, x) -> g.maxPool2d(g.add(x, shift(g)), UNEVEN));
        Weights zero = new Weights(Map.of("shift", HostTensor.zeros(1, 4, 6, 5)));
        float[] x = image().toArray();
        float[] y = run(pooled, zero);
        float[] gradient = new float[4 * 6 * 5];
        for (int i = 0; i < y.length; i++) {
            int place = largest(x, i / 15, i / 5 % 3, i % 5);
            assertEquals(x[place], y[i]);
            gradient[place % gradient.length] -= 1;
        }
        assertArrayEquals(gradient, moved(pooled, zero, "shift"), 1e-5f);
    }

    /// The place in the image of the largest pixel of a window of the 3×5 in each of 8 planes.
    private static int largest(float[] x, int plane, int h, int w) {
        int best = -1;
        for (int p = 0; p < 3; p++) {
            for (int q = 0; q < 2; q++) {
                int row = 2 * h - 1 + p;
                int column = w - 1 + 2 * q;
                int place = (plane * 6 + row) * 5 + column;
                boolean inside = row >= 0 && row < 6 && column >= 0 && column < 5;
                if (inside && (best < 0 || x[place] > x[best])) {
                    best = place;
                }
            }
        }
        return best;
    }

    private static Value shift(GraphBuilder g) {
        return g.parameter("shift", Shape.of(1, 4, 6, 5), new Initializer.Constant(0), Role.WEIGHT);
    }

    private static Graph graph(BiFunction<GraphBuilder, Value, Value> body) {
        return Graph.build(
                "images",
                g -> {
                    Value y = body.apply(g, g.input("image", Shape.image(4, 6, 5)));
                    g.output("y", y);
                    g.output(Graph.LOSS, g.sum(y, 0, 1, 2, 3));
                });
    }

    private static HostTensor image() {
        SplittableRandom random = new SplittableRandom(4);
        HostTensor image = HostTensor.zeros(2, 4, 6, 5);
        for (int i = 0; i < image.elements(); i++) {
            image.data().put(i, (float) random.nextGaussian());
        }
        return image;
    }

    private static float[] run(Graph graph, Weights weights) {
        try (InferenceSession session =
                new Dl4jEngine().infer(graph.only("y"), weights, Device.CPU)) {
            return session.run(Map.of("image", image()))
                    .getOrDefault("y", HostTensor.zeros(1))
                    .toArray();
        }
    }

    /// How a parameter moves in a step at rate 1: against its gradient.
    private static float[] moved(Graph graph, Weights start, String name) {
        try (TrainingSession session = new Dl4jEngine().train(graph, start, PLAIN)) {
            session.step(List.of(Map.of("image", image())), 1, 0);
            float[] after = session.state().weights().tensor(name).toArray();
            float[] before = start.tensor(name).toArray();
            for (int i = 0; i < after.length; i++) {
                after[i] -= before[i];
            }
            return after;
        }
    }
}
