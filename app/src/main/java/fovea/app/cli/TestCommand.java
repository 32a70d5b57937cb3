package fovea.app.cli;

import fovea.dataset.Dataset;
import fovea.dataset.DatasetParts;
import fovea.dataset.format.Datasets;
import fovea.engine.Engine;
import fovea.experiment.Catalog;
import fovea.plugin.Plugins;
import fovea.problem.InvalidInputException;
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

import java.nio.file.Path;
import java.util.LinkedHashMap;
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

    @Option(names = "--runs", paramLabel = "DIR", description = "Where runs are found by name")
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
        RunFolder folder = new RunStore(runs).find(run);
        Plugins plugins = Plugins.discover();
        Engine engine = device.engine(plugins);
        try (RunPredictor predictor =
                RunPredictor.open(
                        folder, Catalog.of(plugins.all()), engine, device.device(engine))) {
            print(judged(predictor, dataset(predictor)));
        }
        return FoveaCommand.OK;
    }

    private Dataset dataset(RunPredictor predictor) {
        if (data.isEmpty()) {
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
                                        "it has the parts "
                                                + String.join(", ", parts.parts().keySet()),
                                        "choose one with --part"));
    }

    private Verdict judged(RunPredictor predictor, Dataset dataset) {
        if (out.isEmpty()) {
            return predictor
                    .evaluate(dataset, sample -> {}, Progress.none(), () -> false)
                    .orElseThrow();
        }
        try (PredictionFile file = PredictionFile.create(out.get(), predictor.classes())) {
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
