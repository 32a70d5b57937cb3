package fovea.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import fovea.classification.ClassificationPlugin;
import fovea.classification.ImageClassifier;
import fovea.classification.ImportedClassifier;
import fovea.engine.Device;
import fovea.engine.InferenceSession;
import fovea.engine.torch.TorchEngine;
import fovea.experiment.Catalog;
import fovea.experiment.ExperimentReader;
import fovea.experiment.ExperimentWriter;
import fovea.graph.Graph;
import fovea.importing.Ending;
import fovea.importing.ImageSize;
import fovea.importing.ImportRequest;
import fovea.importing.ImportedNet;
import fovea.importing.ModelImporter;
import fovea.importing.PixelScale;
import fovea.model.Model;
import fovea.model.ModelContext;
import fovea.plugin.CorePlugin;
import fovea.sample.ClassList;
import fovea.tensor.Batch;
import fovea.tensor.HostTensor;
import fovea.tensor.InputSpec;
import fovea.tensor.Layout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/// The models of the tests, and what becomes of them.
public final class ImportFixtures {
    private static final int SAMPLES = 3;
    private static final Catalog CATALOG =
            Catalog.of(List.of(new CorePlugin(), new ClassificationPlugin()));

    private ImportFixtures() {}

    /// Writes a fixture's file into a folder.
    public static Path unpacked(String name, Path folder) throws IOException {
        Path file = folder.resolve(Path.of(name).getFileName());
        boolean plain = resource(name).isPresent();
        try (InputStream in =
                plain
                        ? resource(name).get()
                        : new GZIPInputStream(resource(name + ".gz").orElseThrow())) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }

    private static Optional<InputStream> resource(String name) {
        return Optional.ofNullable(ImportFixtures.class.getResourceAsStream(name));
    }

    public static ImportedNet read(ModelImporter importer, Path file, Optional<String> size) {
        return importer.read(
                file, new ImportRequest(size.map(text -> ImageSize.parse(text, "--size"))));
    }

    /// The largest difference between what the other program computed and what we do.
    public static double difference(ImportedNet net, String expected) throws IOException {
        JsonNode wanted = JsonMapper.builder().build().readTree(resource(expected).orElseThrow());
        int outputs = wanted.path("shape").path(1).intValue();
        HostTensor found = outputs(net);
        int columns = found.shape().get(1);
        double largest = 0;
        for (int row = 0; row < SAMPLES; row++) {
            for (int i = 0; i < outputs; i++) {
                // A single sigmoid has become the second of two classes.
                int column = i + columns - outputs;
                double difference =
                        found.data().get(row * columns + column)
                                - wanted.path("outputs").path(row * outputs + i).doubleValue();
                largest = Math.max(largest, Math.abs(difference));
            }
        }
        return largest;
    }

    /// What the classifier makes of the images, after its experiment was written and read again.
    public static HostTensor outputs(ImportedNet net) {
        ImportedClassifier imported = ImportedClassifier.of(net, "file", Optional.of(2));
        String yaml = ExperimentWriter.format(imported.model());
        Model model = ExperimentReader.component(Model.class, yaml, "yaml", CATALOG);
        boolean raw =
                net.ending() instanceof Ending.Linear(var _, var _, Ending.Scores scores)
                        && scores == Ending.Scores.RAW;
        String output = raw ? ImageClassifier.LOGITS : ImageClassifier.SCORES;
        InputSpec input = input(net);
        List<String> classes =
                IntStream.range(0, imported.classes()).mapToObj(i -> "class " + i).toList();
        Graph graph = model.graph(new ModelContext(new ClassList(classes), input)).only(output);
        try (InferenceSession session =
                new TorchEngine().infer(graph, imported.weights(), Device.CPU)) {
            return Objects.requireNonNull(
                    session.run(Map.of(Batch.IMAGE, pixels(input))).get(output));
        }
    }

    private static InputSpec input(ImportedNet net) {
        PixelScale scale = net.scale().orElseGet(PixelScale.Known.UNIT::scale);
        ImageSize size = net.size();
        return new InputSpec(
                size.channels(), size.height(), size.width(), scale.mean(), scale.std());
    }

    private static HostTensor pixels(InputSpec input) {
        List<Integer> shape =
                new ArrayList<>(List.of(SAMPLES, input.channels(), input.height(), input.width()));
        HostTensor images = HostTensor.zeros(Layout.CHANNELS_LAST, shape);
        for (int i = 0; i < images.elements(); i++) {
            double pixel = (7919L * i + 13L * (i / 7)) % 256 / 255.0;
            int channel = i % input.channels();
            double scaled = (pixel - input.mean().get(channel)) / input.std().get(channel);
            images.data().put(i, (float) scaled);
        }
        return images;
    }
}
