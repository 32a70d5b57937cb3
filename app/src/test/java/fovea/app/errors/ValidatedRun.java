package fovea.app.errors;

import fovea.experiment.Catalog;
import fovea.experiment.Experiment;
import fovea.experiment.ExperimentReader;
import fovea.image.PixelImage;
import fovea.image.PngEncoder;
import fovea.plugin.Plugins;
import fovea.run.EventLog;
import fovea.run.PredictionFile;
import fovea.run.RunData;
import fovea.run.RunFolder;
import fovea.sample.ClassScores;
import fovea.sample.Sample;
import fovea.training.TrainEvent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A run on a few drawn pictures: of each class but the first every fourth is taken for the class
/// before.
final class ValidatedRun {
    static final int PICTURES = 8;

    private final List<String> classes;
    final RunFolder folder;
    private final RunData data;
    private final EventLog log;

    ValidatedRun(Path place, List<String> classes) throws IOException {
        this.classes = classes;
        folder = new RunFolder(place.resolve("runs").resolve("shapes-1"));
        Path pictures = place.resolve("shapes");
        for (String part : List.of("train", "validation")) {
            for (int c = 0; c < classes.size(); c++) {
                Path folderOfClass = pictures.resolve(part).resolve(classes.get(c));
                Files.createDirectories(folderOfClass);
                for (int i = 0; i < PICTURES; i++) {
                    Files.write(folderOfClass.resolve(i + ".png"), picture(c, i));
                }
            }
        }
        Files.createDirectories(folder.root());
        Files.writeString(folder.experiment(), experiment(pictures));
        Catalog catalog = Catalog.of(Plugins.discover().all());
        Experiment experiment = ExperimentReader.read(folder.experiment(), List.of(), catalog);
        data = RunData.open(experiment);
        log = EventLog.append(folder.events());
        log.on(
                new TrainEvent.Started(
                        Instant.EPOCH.plusSeconds(1),
                        0,
                        1,
                        3,
                        10,
                        data.train().size(),
                        data.validation().size(),
                        data.validation().classes().names(),
                        "cpu",
                        100,
                        "accuracy/top1"));
    }

    private static String experiment(Path pictures) {
        return """
        name: shapes
        data:
          source: "%s"
          input: {channels: 3, height: 16, width: 16}
        model: {type: image-classifier, backbone: lenet}
        """
                .formatted(pictures.toAbsolutePath());
    }

    private static byte[] picture(int c, int i) {
        byte[] pixels = new byte[16 * 16 * 3];
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 16; x++) {
                boolean inside = (x - 8) * (x - 8) + (y - 8) * (y - 8) < 12 + 6 * i;
                int at = (y * 16 + x) * 3;
                pixels[at] = (byte) (inside ? 60 + 20 * (c % 8) : 30);
                pixels[at + 1] = (byte) (inside ? 200 - 20 * (c % 8) : 30);
                pixels[at + 2] = (byte) (inside ? 40 * (c % 5) : 30);
            }
        }
        return PngEncoder.encode(new PixelImage(16, 16, 3, pixels));
    }

    void validate(int epoch) {
        String file = "predictions/epoch-%04d.csv".formatted(epoch);
        try (PredictionFile predictions =
                PredictionFile.create(folder.root().resolve(file), data.validation().classes())) {
            for (int i = 0; i < data.validation().size(); i++) {
                Sample sample = data.validation().sample(i);
                int truth = sample.labels().getFirst();
                boolean wrong = truth > 0 && i % 4 == 0;
                predictions.add(
                        sample.withPredictions(List.of(scores(wrong ? truth - 1 : truth, truth))));
            }
            predictions.finish();
        }
        log.on(
                new TrainEvent.Validated(
                        Instant.EPOCH.plusSeconds(epoch),
                        10L * epoch,
                        epoch,
                        0.5,
                        Map.of(
                                "accuracy/top1",
                                70.0 + epoch,
                                "accuracy/top5",
                                97.25,
                                "single-label/precision",
                                71.5,
                                "single-label/recall",
                                70.75,
                                "single-label/f1-score",
                                71.1,
                                "loss",
                                0.8 / epoch),
                        List.of(),
                        file,
                        true));
    }

    private ClassScores scores(int best, int truth) {
        List<Float> scores = new ArrayList<>();
        for (int c = 0; c < classes.size(); c++) {
            scores.add(c == best ? 0.7f : c == truth ? 0.2f : 0.1f / classes.size());
        }
        return new ClassScores(scores);
    }
}
