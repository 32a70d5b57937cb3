package fovea.app.cli;

import fovea.dataset.Dataset;
import fovea.dataset.DatasetParts;
import fovea.dataset.format.Datasets;
import fovea.engine.Engine;
import fovea.experiment.Catalog;
import fovea.plugin.Plugins;
import fovea.problem.InvalidInputException;
import fovea.problem.Problem;
import fovea.run.PredictionFile;
import fovea.run.RunData;
import fovea.run.RunFolder;
import fovea.run.RunPredictor;
import fovea.run.RunStore;
import fovea.training.Progress;
import fovea.training.Verdict;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `fovea test`: judges what a run has learnt on samples with truth.
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Judge a run's best net on its validation samples, or on other data")
final class TestCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "A run's folder, or its name below --runs")
    private String run = "";

    @Option(
            names = "--runs",
            paramLabel = "DIR",
            description = "Where runs are found by name (./runs)")
    private Path runs = Home.runs();

    @Option(names = "--data", paramLabel = "PATH", description = "A folder or file of other data")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--part",
            paramLabel = "NAME",
            description = "The part of --data; needed if it has several")
    private Optional<String> part = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the predictions there, as CSV image,label,<class scores>")
    private Optional<Path> out = Optional.empty();

    @Mixin private final DeviceChoice device = new DeviceChoice();
    @Mixin private final Output output = new Output();

    @Override
    public Integer call() {
        require(
                data.isPresent() || part.isEmpty(),
                "--part",
                "it chooses a part of other data, and there is none",
                "add --data PATH");
        RunFolder folder = new RunStore(runs).find(run);
        Plugins plugins = Plugins.discover();
        Engine engine = device.engine(plugins);
        try (RunPredictor predictor =
                RunPredictor.open(
                        folder, Catalog.of(plugins.all()), engine, device.device(engine))) {
            Dataset dataset = dataset(predictor);
            Verdict verdict = judged(predictor, dataset);
            warn(dataset.problems());
            warn(verdict.skipped());
            print(verdict);
        }
        return FoveaCommand.OK;
    }

    private Dataset dataset(RunPredictor predictor) {
        if (data.isEmpty()) {
            String source = predictor.experiment().data().source();
            require(
                    Files.exists(Path.of(source)),
                    source,
                    "the data the run was trained on is no longer there",
                    "put it back, or name other data with --data");
            return RunData.open(predictor.experiment()).validation();
        }
        DatasetParts parts = Datasets.open(data.get());
        if (part.isEmpty() && parts.parts().size() == 1) {
            return parts.parts().values().iterator().next();
        }
        return part.flatMap(name -> Optional.ofNullable(parts.parts().get(name)))
                .orElseThrow(
                        () ->
                                InvalidInputException.of(
                                        data.get().toString(),
                                        part.map(name -> "it has no part " + name)
                                                .orElse("it has several parts"),
                                        "choose with --part one of "
                                                + String.join(", ", parts.parts().keySet())));
    }

    private static void require(boolean condition, String place, String cause, String cure) {
        if (!condition) {
            throw InvalidInputException.of(place, cause, cure);
        }
    }

    /// Samples that were left out.
    private void warn(List<Problem> problems) {
        problems.forEach(problem -> output.err().println("warning: " + problem.message()));
        output.err().flush();
    }

    private Verdict judged(RunPredictor predictor, Dataset dataset) {
        if (out.isEmpty()) {
            return predictor
                    .evaluate(dataset, sample -> {}, Progress.none(), () -> false)
                    .orElseThrow();
        }
        try (PredictionFile file =
                PredictionFile.create(out.get(), predictor.deployment().classList())) {
            Verdict verdict =
                    predictor
                            .evaluate(dataset, file::add, Progress.none(), () -> false)
                            .orElseThrow();
            file.finish();
            return verdict;
        }
    }

    private void print(Verdict verdict) {
        if (output.json()) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            values.put("samples", verdict.samples());
            values.put("loss", verdict.loss());
            values.putAll(Evaluations.values(verdict.evaluation()));
            output.json(values);
        } else {
            output.line("%-36s %d", "samples", verdict.samples());
            output.line("%-36s %.4f", "loss", verdict.loss());
            Evaluations.print(verdict.evaluation(), output);
        }
    }
}
