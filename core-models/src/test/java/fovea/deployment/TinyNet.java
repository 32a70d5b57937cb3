package fovea.deployment;

import fovea.component.Component;
import fovea.component.Help;
import fovea.engine.Initialization;
import fovea.engine.Weights;
import fovea.evaluation.Direction;
import fovea.evaluation.Evaluation;
import fovea.evaluation.Evaluator;
import fovea.evaluation.Metric;
import fovea.experiment.Catalog;
import fovea.experiment.ExperimentWriter;
import fovea.graph.Graph;
import fovea.graph.Op;
import fovea.graph.Shape;
import fovea.graph.Value;
import fovea.image.PixelImage;
import fovea.model.Decoder;
import fovea.onnx.ExportOptions;
import fovea.onnx.OnnxExport;
import fovea.onnx.OnnxFile;
import fovea.onnx.OnnxPrecision;
import fovea.plugin.Plugin;
import fovea.sample.Annotation;
import fovea.sample.ClassList;
import fovea.sample.ClassScores;
import fovea.sample.Labelling;
import fovea.sample.Sample;
import fovea.sample.Seed;
import fovea.tensor.Batch;
import fovea.tensor.HostTensor;
import fovea.tensor.InputSpec;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Softmax regression of two classes on images of 1×2 pixels.
final class TinyNet {
    static final Graph GRAPH = Graph.build("tiny", g -> g.output("scores", scores(g)));
    static final Weights WEIGHTS = Initialization.of(GRAPH, new Seed(3));

    private TinyNet() {}

    private static Value scores(fovea.graph.GraphBuilder g) {
        Value image = g.input(Batch.IMAGE, Shape.image(1, 1, 2));
        return g.apply(new Op.Softmax(), g.at("head").linear(g.flatten(image), 2));
    }

    /// Reads two scores.
    @Help("Two scores")
    record TwoScores(@Help("The output") String output) implements Decoder {
        @Override
        public List<String> outputs() {
            return List.of(output);
        }

        @Override
        public List<Annotation> decode(Map<String, HostTensor> outputs, int row) {
            HostTensor scores = outputs.getOrDefault(output, HostTensor.zeros(0));
            int classes = scores.shape().getLast();
            return List.of(
                    new ClassScores(
                            java.util.stream.IntStream.range(row * classes, (row + 1) * classes)
                                    .mapToObj(scores.data()::get)
                                    .toList()));
        }

        @Override
        public Evaluator evaluator(ClassList classes) {
            return new Count();
        }

        @Override
        public Labelling labelling() {
            return Labelling.SINGLE_LABEL;
        }
    }

    private static final class Count implements Evaluator {
        private final Metric seen = new Metric("seen", Direction.HIGHER_IS_BETTER, "");
        private int samples;

        @Override
        public void add(Sample sample) {
            samples++;
        }

        @Override
        public Evaluation evaluation() {
            return new Evaluation(Map.of(seen, (double) samples), seen, Optional.empty());
        }
    }

    static Catalog catalog() {
        return Catalog.of(
                List.of(
                        new Plugin() {
                            @Override
                            public String name() {
                                return "tiny";
                            }

                            @Override
                            public List<Class<? extends Component>> components() {
                                return List.of(TwoScores.class);
                            }
                        }));
    }

    static Deployment deployment(String... classes) {
        return new Deployment(
                "tiny",
                new InputSpec(1, 1, 2, List.of(0.5), List.of(0.5)),
                List.of(),
                List.of(classes),
                new TwoScores("scores"),
                0.5);
    }

    static OnnxFile model(Deployment deployment) {
        Map<String, String> metadata =
                Map.of(ModelFile.PROPERTY, ExperimentWriter.format(deployment));
        return OnnxFile.of(
                "tiny",
                OnnxExport.of(
                                GRAPH,
                                WEIGHTS.tensors(),
                                new ExportOptions(OnnxPrecision.FP32, "", metadata))
                        .bytes());
    }

    static Sample sample(String id, int left, int right) {
        return Sample.of(id, new PixelImage(2, 1, 1, new byte[] {(byte) left, (byte) right}));
    }
}
