package fovea.app.cli;

import fovea.evaluation.Evaluation;
import fovea.plugin.OfflineEvaluation;
import fovea.plugin.Plugins;
import fovea.problem.InvalidInputException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/// `fovea evaluate`: metrics from files, without a model.
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description =
                "Compute a metric from a file of truth and a file of predictions, without a model")
final class EvaluateCommand implements Callable<Integer> {
    @Option(
            names = "--metric",
            required = true,
            paramLabel = "NAME",
            description = "accuracy, single-label, multi-label")
    private String metric = "";

    @Option(
            names = "--truth",
            required = true,
            paramLabel = "FILE",
            description = "CSV image,label; several labels with ';'")
    private Path truth = Path.of("");

    @Option(
            names = "--predictions",
            required = true,
            paramLabel = "FILE",
            description =
                    "CSV image,<one score column per class>; a column label after image is skipped")
    private Path predictions = Path.of("");

    @Option(
            names = "--option",
            paramLabel = "KEY=VALUE",
            description = "What a metric takes besides, such as topk=1,5 or threshold=0.5")
    private Map<String, String> options = new TreeMap<>();

    @Mixin private Output output = new Output();

    @Override
    public Integer call() {
        Map<String, OfflineEvaluation> known = Plugins.discover().evaluations();
        OfflineEvaluation chosen = known.get(metric);
        if (chosen == null) {
            throw InvalidInputException.of(
                    "--metric " + metric,
                    "there is no such metric",
                    "choose one of " + String.join(", ", new TreeSet<>(known.keySet())));
        }
        Evaluation evaluation = chosen.evaluate(truth, predictions, options);
        Evaluations.print(evaluation, output);
        return FoveaCommand.OK;
    }
}
