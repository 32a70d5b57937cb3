package fovea.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.engine.Precision;
import fovea.experiment.Everything.Colour;
import fovea.experiment.Everything.Disc;
import fovea.experiment.Everything.Dot;
import fovea.experiment.Everything.Nothing;
import fovea.experiment.Everything.Point;
import fovea.model.CifarResNet;
import fovea.optimization.Cosine;
import fovea.optimization.Optimizer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class ExperimentReaderTest {
    private final Catalog catalog = Fixtures.catalog();

    @Test
    void bindsWhatIsWrittenAndTakesDefaultsForTheRest() {
        Experiment experiment = Fixtures.experiment();
        assertEquals("small", experiment.name());
        assertEquals(42, experiment.seed());
        assertEquals("../data/small", experiment.data().source());
        assertEquals(List.of(0.5), experiment.data().input().mean());
        assertEquals(2, experiment.data().augment().size());
        assertEquals(64, experiment.data().loader().batch());
        assertEquals(20, ((CifarResNet) ((PretendModel) experiment.model()).backbone()).depth());
        assertEquals(new Optimizer.Sgd(0.1, 0.9, false, 1e-4), experiment.optimizer());
        assertEquals(new Cosine(0, 0, 0.01), experiment.schedule());
        assertEquals(Precision.FP32, experiment.training().precision());
        assertEquals(Optional.empty(), experiment.training().clipNorm());
    }

    @Test
    void bindsEachTypeOfField() {
        String text =
                """
                type: everything
                flag: false
                count: -5
                large: 9007199254740993
                size: 1.5e3
                title: 2026
                colour: blue
                numbers: [1, -2.5, .5]
                titles: ["a: b", plain text, 'true']
                table: [[], [1, 2]]
                perhaps: 7
                perhapsTitle: "none"
                perhapsShape: dot
                point: {x: 3}
                points: [{}, {x: 1, y: 2}]
                shapes:
                  - dot
                  - type: disc
                    radius: 3
                """;
        Shape shape = ExperimentReader.component(Shape.class, text, "shape", catalog);
        assertEquals(
                new Everything(
                        false,
                        -5,
                        9007199254740993L,
                        1500,
                        "2026",
                        Colour.BLUE,
                        List.of(1.0, -2.5, 0.5),
                        List.of("a: b", "plain text", "true"),
                        List.of(List.of(), List.of(1, 2)),
                        Optional.of(7),
                        Optional.of("none"),
                        Optional.of(new Dot()),
                        new Point(3, 0, new Nothing()),
                        List.of(new Point(0, 0, new Nothing()), new Point(1, 2, new Nothing())),
                        List.of(new Dot(), new Disc(3, 0))),
                shape);
    }

    @Test
    void noneNullTildeAndNothingAreNoValue() {
        for (String none : List.of("none", "null", "~", "")) {
            Shape shape =
                    ExperimentReader.component(
                            Shape.class,
                            "{type: everything, perhaps: %s}".formatted(none),
                            "shape",
                            catalog);
            assertEquals(Optional.empty(), ((Everything) shape).perhaps());
        }
    }

    @Test
    void aliasRepeatsAValue() {
        String text =
                """
                type: everything
                shapes: [&big {type: disc, radius: 9}, *big]
                """;
        Everything shape =
                (Everything) ExperimentReader.component(Shape.class, text, "shape", catalog);
        assertEquals(List.of(new Disc(9, 0), new Disc(9, 0)), shape.shapes());
    }

    @Test
    void recordClassIsReadWithoutAType() {
        TrainingSpec spec =
                ExperimentReader.component(TrainingSpec.class, "epochs: 3", "spec", catalog);
        assertEquals(3, spec.epochs());
        assertEquals(0, spec.keep());
    }

    @Test
    void sourceOfAFileIsRelativeToItsFolder(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("experiments").resolve("small.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, Fixtures.EXPERIMENT);
        Experiment experiment = ExperimentReader.read(file, List.of(), catalog);
        assertEquals(
                folder.resolve("data").resolve("small").toString(), experiment.data().source());
    }

    @Test
    void absoluteSourceStaysAsItIs(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("small.yaml");
        Files.writeString(file, Fixtures.EXPERIMENT);
        Path elsewhere = folder.resolve("elsewhere");
        Experiment experiment =
                ExperimentReader.read(file, List.of("data.source=" + elsewhere), catalog);
        assertEquals(elsewhere.toString(), experiment.data().source());
    }

    @Test
    void byteOrderMarkIsIgnored(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("small.yaml");
        Files.writeString(file, "\uFEFF" + Fixtures.EXPERIMENT);
        assertEquals("small", ExperimentReader.read(file, List.of(), catalog).name());
    }

    @Test
    void readyExperimentsAreValidAndTheirDataIsThere() throws IOException {
        Path folder = Path.of(System.getProperty("fovea.root"), "assets", "experiments");
        try (var files = Files.list(folder)) {
            List<Path> ready = files.filter(f -> f.toString().endsWith(".yaml")).toList();
            assertTrue(ready.size() >= 2);
            for (Path file : ready) {
                Experiment experiment = ExperimentReader.read(file, List.of(), catalog);
                assertTrue(Files.isDirectory(Path.of(experiment.data().source())), file::toString);
            }
        }
    }
}
