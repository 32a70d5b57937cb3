package fovea.classification;

import fovea.engine.Initialization;
import fovea.engine.Weights;
import fovea.graph.Graph;
import fovea.graph.Shape;
import fovea.importing.Ending;
import fovea.importing.ImportedNet;
import fovea.loss.BinaryCrossEntropy;
import fovea.loss.CrossEntropy;
import fovea.loss.Loss;
import fovea.problem.InvalidInputException;
import fovea.sample.Seed;
import fovea.tensor.HostTensor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A classifier made of a net that another program trained: its last linear layer is the head. A
/// net that ends without one gets a head that passes its outputs on, and one with a single sigmoid
/// a head of two classes, since the softmax of 0 and z is the sigmoid of z.
///
/// @param weights of the classifier's graph
/// @param classes how many it tells apart
/// @param head whether it came with the net or must be trained first
public record ImportedClassifier(ImageClassifier model, Weights weights, int classes, Head head) {
    private static final Seed ANY = new Seed(42);

    /// Where the head comes from.
    public enum Head {
        IMPORTED,
        /// Drawn at random.
        NEW
    }

    /// @param classes how many are wanted; counts only where the net tells none
    /// @throws InvalidInputException if the net tells no classes and none are wanted
    public static ImportedClassifier of(ImportedNet net, String file, Optional<Integer> classes) {
        return switch (net.ending()) {
            case Ending.Linear(HostTensor weight, HostTensor bias, Ending.Scores scores) ->
                    new Builder(net, file).with(weight, bias, scores);
            case Ending.Direct(int outputs, Ending.Scores scores) ->
                    new Builder(net, file)
                            .with(identity(outputs), HostTensor.zeros(outputs), scores);
            case Ending.Open(int features) ->
                    new Builder(net, file)
                            .drawn(features, classes.orElseThrow(() -> headless(file)));
        };
    }

    private static InvalidInputException headless(String file) {
        return InvalidInputException.of(
                file,
                "it tells no classes: it ends in features, without a linear layer with scores",
                "say which classes it shall learn with --classes FILE or --data PATH");
    }

    private static HostTensor identity(int size) {
        HostTensor identity = HostTensor.zeros(size, size);
        for (int i = 0; i < size; i++) {
            identity.data().put(i * size + i, 1);
        }
        return identity;
    }

    private record Builder(ImportedNet net, String file) {
        ImportedClassifier with(HostTensor weight, HostTensor bias, Ending.Scores scores) {
            int outputs = bias.elements();
            boolean binary = outputs == 1;
            if (binary && scores == Ending.Scores.SOFTMAX) {
                throw InvalidInputException.of(
                        file,
                        "its softmax is over a single class, so that every score is 1",
                        "give the last layer two units, or a sigmoid");
            }
            Loss loss =
                    scores == Ending.Scores.SIGMOID && !binary
                            ? new BinaryCrossEntropy()
                            : new CrossEntropy(0);
            return made(
                    loss,
                    binary ? afterZeros(weight) : weight,
                    binary ? afterZeros(bias) : bias,
                    Head.IMPORTED);
        }

        ImportedClassifier drawn(int features, int classes) {
            Graph head =
                    Graph.build(
                            "head",
                            g -> {
                                Shape vector = Shape.of(Shape.BATCH, features);
                                g.at("head").linear(g.input("vector", vector), classes);
                            });
            Weights start = Initialization.of(head, ANY);
            return made(
                    new CrossEntropy(0),
                    start.tensor("head.weight"),
                    start.tensor("head.bias"),
                    Head.NEW);
        }

        private ImportedClassifier made(Loss loss, HostTensor weight, HostTensor bias, Head drawn) {
            Map<String, HostTensor> tensors = new LinkedHashMap<>();
            net.weights()
                    .tensors()
                    .forEach((name, tensor) -> tensors.put("backbone." + name, tensor));
            tensors.put("head.weight", weight);
            tensors.put("head.bias", bias);
            return new ImportedClassifier(
                    new ImageClassifier(net.layers(), 0, loss),
                    new Weights(tensors),
                    bias.elements(),
                    drawn);
        }

        /// A row of zeros before the only one.
        private static HostTensor afterZeros(HostTensor row) {
            List<Integer> shape =
                    row.shape().size() == 1 ? List.of(2) : List.of(2, row.shape().get(1));
            HostTensor two = HostTensor.zeros(fovea.tensor.Layout.CONTIGUOUS, shape);
            two.data().put(row.elements(), row.toArray());
            return two;
        }
    }
}
