package fovea.engine.onnx;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.engine.Device;
import fovea.engine.InferenceSession;
import fovea.engine.Initialization;
import fovea.engine.Weights;
import fovea.engine.reference.Numbers;
import fovea.engine.reference.Reference;
import fovea.engine.torch.TorchEngine;
import fovea.experiment.Catalog;
import fovea.experiment.ExperimentReader;
import fovea.graph.Graph;
import fovea.graph.GraphSummary;
import fovea.graph.Op;
import fovea.graph.Role;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.model.Backbone;
import fovea.model.Features;
import fovea.plugin.CorePlugin;
import fovea.sample.Seed;
import fovea.tensor.HostTensor;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Every backbone that experiments can name, as it is by default, on ONNX Runtime and on libtorch.
class BackboneParityTest {
    private static final Shape IMAGE = Shape.image(3, 32, 32);

    /// Plain loops would take minutes for more.
    private static final long FEW_MULTIPLICATIONS = 5_000_000;

    @TestFactory
    Stream<DynamicTest> predictsAsLibtorchDoesForSeveralBatchSizes() {
        Catalog catalog = Catalog.of(List.of(new CorePlugin()));
        return catalog.components(Backbone.class).stream()
                .map(
                        info ->
                                DynamicTest.dynamicTest(
                                        info.name(),
                                        () -> compare(byDefault(info.name(), catalog))));
    }

    private static void compare(Backbone backbone) {
        Graph graph = classifier(backbone);
        Weights weights = weights(graph);
        try (InferenceSession torch = new TorchEngine().infer(graph, weights, Device.CPU);
                InferenceSession onnx = new OnnxEngine().infer(graph, weights, Device.CPU)) {
            for (int samples : new int[] {1, 3}) {
                Map<String, HostTensor> images = Map.of("image", image(samples));
                HostTensor actual = logits(onnx.run(images));
                assertClose(logits(torch.run(images)), actual);
                if (samples == 1 && GraphSummary.of(graph).multiplyAdds() < FEW_MULTIPLICATIONS) {
                    assertClose(reference(graph, weights, images), actual);
                }
            }
        }
    }

    private static void assertClose(HostTensor wanted, HostTensor actual) {
        double apart = Closeness.relative(wanted, actual);
        assertTrue(apart < 1e-4, "apart by " + apart);
    }

    private static HostTensor reference(
            Graph graph, Weights weights, Map<String, HostTensor> images) {
        Map<String, Numbers> given = new HashMap<>();
        weights.tensors().forEach((name, tensor) -> given.put(name, Numbers.of(tensor)));
        images.forEach((name, tensor) -> given.put(name, Numbers.of(tensor)));
        return Numbers.named("logits", new Reference(graph, Reference.Mode.INFERENCE).run(given))
                .host();
    }

    private static Graph classifier(Backbone backbone) {
        return Graph.build(
                "classifier",
                g -> {
                    Features features =
                            backbone.features(g.at("backbone"), g.input("image", IMAGE));
                    Value vector = backbone.pooled(g.at("backbone"), features);
                    g.output("logits", g.at("head").linear(vector, 10));
                });
    }

    /// As they start, but with running statistics as after a training.
    private static Weights weights(Graph graph) {
        Map<String, HostTensor> tensors =
                new HashMap<>(Initialization.of(graph, new Seed(5)).tensors());
        SplittableRandom random = new SplittableRandom(6);
        for (Value value : graph.parameters()) {
            if (value.op() instanceof Op.Parameter p && p.role() == Role.BUFFER) {
                HostTensor buffer = Objects.requireNonNull(tensors.get(value.name()));
                for (int i = 0; i < buffer.elements(); i++) {
                    float start = buffer.data().get(i);
                    buffer.data().put(i, start + (float) random.nextDouble(-0.3, 0.3));
                }
            }
        }
        return new Weights(tensors);
    }

    private static HostTensor image(int samples) {
        SplittableRandom random = new SplittableRandom(samples);
        HostTensor image = HostTensor.zeros(samples, 3, 32, 32);
        for (int i = 0; i < image.elements(); i++) {
            image.data().put(i, (float) random.nextGaussian());
        }
        return image;
    }

    private static HostTensor logits(Map<String, HostTensor> outputs) {
        return Objects.requireNonNull(outputs.get("logits"));
    }

    private static Backbone byDefault(String name, Catalog catalog) {
        String text = "{type: %s}".formatted(name);
        return ExperimentReader.component(Backbone.class, text, name, catalog);
    }
}
