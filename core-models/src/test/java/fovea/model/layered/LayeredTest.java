package fovea.model.layered;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.engine.Device;
import fovea.engine.InferenceSession;
import fovea.engine.Weights;
import fovea.engine.torch.TorchEngine;
import fovea.experiment.Catalog;
import fovea.experiment.ExperimentReader;
import fovea.experiment.ExperimentWriter;
import fovea.graph.Bias;
import fovea.graph.Graph;
import fovea.graph.Shape;
import fovea.model.Backbone;
import fovea.model.Features;
import fovea.plugin.CorePlugin;
import fovea.problem.InvalidInputException;
import fovea.tensor.Batch;
import fovea.tensor.HostTensor;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

class LayeredTest {
    private static final String YAML =
            """
            type: layered
            layers:
              - name: c1
                layer: {type: convolution, channels: 4, window: {kernel: [3], stride: [2], padding: same}}
              - name: c2
                layer: {type: convolution, channels: 4, window: {kernel: [3], padding: same}}
              - name: sum
                inputs: [c1, c2]
                layer: {type: merge, how: add}
              - {name: pool, layer: {type: max-pooling, window: {kernel: [2], stride: [2]}}}
              - {name: vector, layer: global-pooling}
            """;
    private static final Catalog CATALOG = Catalog.of(List.of(new CorePlugin()));

    private static Backbone read(String yaml) {
        return ExperimentReader.component(Backbone.class, yaml, "net.yaml", CATALOG);
    }

    private static Layered net(Layer... layers) {
        List<Layered.Entry> entries = new ArrayList<>();
        for (Layer layer : layers) {
            entries.add(Layered.Entry.of("layer" + entries.size(), layer));
        }
        return new Layered(entries);
    }

    private static Shape result(Layered net, Shape image) {
        List<Shape> shapes = new ArrayList<>();
        Graph.build(
                "net",
                g ->
                        net.values(g, g.input(Batch.IMAGE, image))
                                .values()
                                .forEach(value -> shapes.add(value.shape())));
        return shapes.getLast();
    }

    private static float[] computed(
            Layered net, HostTensor image, Map<String, HostTensor> weights) {
        List<Integer> dims = image.shape();
        Graph graph =
                Graph.build(
                        "net",
                        g -> {
                            Shape shape = Shape.image(dims.get(1), dims.get(2), dims.get(3));
                            var values = net.values(g, g.input(Batch.IMAGE, shape));
                            g.output("result", List.copyOf(values.values()).getLast());
                        });
        try (InferenceSession session =
                new TorchEngine().infer(graph, new Weights(weights), Device.CPU)) {
            return Objects.requireNonNull(session.run(Map.of(Batch.IMAGE, image)).get("result"))
                    .toArray();
        }
    }

    private static HostTensor counted(int height, int width) {
        HostTensor image = HostTensor.zeros(1, 1, height, width);
        for (int i = 0; i < image.elements(); i++) {
            image.data().put(i, i + 1);
        }
        return image;
    }

    @Test
    void isWrittenAndReadAsAnyComponent() {
        Backbone net = read(YAML);
        assertEquals(net, read(ExperimentWriter.format(net)));
    }

    @Test
    void givesItsMapsFromFineToCoarseAndItsVector() {
        Graph.build(
                "net",
                g -> {
                    Features features =
                            read(YAML).features(g, g.input(Batch.IMAGE, Shape.image(3, 9, 9)));
                    assertEquals(
                            List.of(Shape.image(4, 5, 5), Shape.image(4, 2, 2)),
                            features.maps().stream().map(map -> map.shape()).toList());
                    assertEquals(
                            Shape.of(Shape.BATCH, 4), features.summary().orElseThrow().shape());
                    assertTrue(features.maps().getFirst().name().startsWith("sum"));
                });
    }

    @Test
    void tellsWhatIsWrongWithAnEntry() {
        InvalidInputException unknown =
                assertThrows(
                        InvalidInputException.class,
                        () -> read(YAML.replace("[c1, c2]", "[c1, c3]")));
        assertTrue(String.valueOf(unknown.getMessage()).contains("layer 'sum' takes [c1, c3]"));
        InvalidInputException twice =
                assertThrows(
                        InvalidInputException.class,
                        () -> read(YAML.replace("name: c2", "name: c1")));
        assertTrue(String.valueOf(twice.getMessage()).contains("two layers are named 'c1'"));
    }

    @Test
    void namesTheLayerThatCannotTakeItsInput() {
        Layered net =
                net(
                        new GlobalPooling(GlobalPooling.Taken.AVERAGE, GlobalPooling.Result.VECTOR),
                        new MaxPooling(Sliding.square(2, 2, Padding.VALID)));
        InvalidInputException e =
                assertThrows(InvalidInputException.class, () -> result(net, Shape.image(1, 4, 4)));
        assertEquals("layer 'layer1'", e.problems().getFirst().place());
    }

    /// TensorFlow pads 0 above and 1 below where stride 2 leaves one pixel over.
    @Test
    void samePaddingIsUnevenWhereItMustBe() {
        Sliding window = Sliding.square(2, 2, Padding.SAME);
        Layered net = net(new Convolution(1, window, 1, Bias.NONE));
        Map<String, HostTensor> ones =
                Map.of("layer0.weight", HostTensor.of(List.of(1, 1, 2, 2), 1, 1, 1, 1));
        assertEquals(Shape.image(1, 2, 2), result(net, Shape.image(1, 3, 3)));
        assertArrayEquals(
                new float[] {1 + 2 + 4 + 5, 3 + 6, 7 + 8, 9}, computed(net, counted(3, 3), ones));
    }

    @Test
    void theMeanOfAWindowCountsWhatIsInsideTheImage() {
        Sliding window = Sliding.square(2, 2, Padding.SAME);
        Layered inside = net(new AveragePooling(window, AveragePooling.Counted.INSIDE));
        Layered all = net(new AveragePooling(window, AveragePooling.Counted.ALL));
        assertArrayEquals(
                new float[] {3, 4.5f, 7.5f, 9}, computed(inside, counted(3, 3), Map.of()), 1e-6f);
        assertArrayEquals(
                new float[] {3, 2.25f, 3.75f, 2.25f},
                computed(all, counted(3, 3), Map.of()),
                1e-6f);
    }

    @Test
    void theLargestOfAWindowIsNeverTheBorder() {
        HostTensor negative = HostTensor.of(List.of(1, 1, 1, 1), -5);
        Layered net = net(new MaxPooling(Sliding.square(3, 2, Padding.SAME)));
        assertArrayEquals(new float[] {-5}, computed(net, negative, Map.of()));
    }

    @Test
    void anImageIsFlattenedInEitherOrder() {
        HostTensor image = HostTensor.of(List.of(1, 2, 1, 2), 1, 2, 3, 4);
        assertArrayEquals(
                new float[] {1, 3, 2, 4},
                computed(net(new Flatten(Order.CHANNELS_LAST)), image, Map.of()));
        assertArrayEquals(
                new float[] {1, 2, 3, 4},
                computed(net(new Flatten(Order.CHANNELS_FIRST)), image, Map.of()));
    }

    @Test
    void aShapeMayLeaveOneSizeOver() {
        Layered net = net(new ReshapeLayer(List.of(-1, 2), Order.CHANNELS_LAST));
        assertEquals(Shape.of(Shape.BATCH, 9, 2), result(net, Shape.image(2, 3, 3)));
    }
}
