package fovea.app.cli;

import fovea.dataset.Dataset;
import fovea.deployment.Predictor;
import fovea.plugin.Plugins;
import fovea.problem.InvalidInputException;
import fovea.problem.Problem;
import fovea.run.PredictionFile;
import fovea.run.RunPredictor;
import fovea.training.Progress;
import fovea.training.Verdict;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
        description = "Judge a net on the validation samples of its run, or on other data")
final class TestCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "RUN|MODEL",
            description = "A run's folder or name, a checkpoint, a bundle or an ONNX model")
    private String model = "";

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

    @Mixin private final NetChoice net = new NetChoice();
    @Mixin private final Output output = new Output();

    @Override
    public Integer call() {
        require(
                data.isPresent() || part.isEmpty(),
                "--part",
                "it chooses a part of other data, and there is none",
                "add --data PATH");
        try (Predictor predictor = net.open(model, Plugins.discover())) {
            Dataset dataset = dataset(predictor);
            Verdict verdict = judged(predictor, dataset);
            warn(dataset.problems());
            warn(verdict.skipped());
            print(verdict);
        }
        return FoveaCommand.OK;
    }

    private Dataset dataset(Predictor predictor) {
        if (data.isPresent()) {
            return DataChoice.part(data.get(), part);
        }
        if (predictor instanceof RunPredictor run) {
            return DataChoice.validation(run.experiment());
        }
        throw InvalidInputException.of(
                model, "a model file has no data of its own", "name some with --data PATH");
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

    private Verdict judged(Predictor predictor, Dataset dataset) {
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
            if (!Double.isNaN(verdict.loss())) {
                output.line("%-36s %.4f", "loss", verdict.loss());
            }
            Evaluations.print(verdict.evaluation(), output);
        }
    }
}
