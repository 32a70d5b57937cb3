package fovea.app.cli;

import fovea.deployment.Predictor;
import fovea.image.ImageFile;
import fovea.plugin.Plugins;
import fovea.problem.InvalidInputException;
import fovea.problem.Problem;
import fovea.run.PredictionFile;
import fovea.sample.ClassScores;
import fovea.sample.Sample;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// `fovea predict`: what a net says of image files.
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        description = "Predict image files with a run's best net, or with a checkpoint")
final class PredictCommand implements Callable<Integer> {
    private static final int SHOWN = 3;

    @Parameters(
            index = "0",
            paramLabel = "RUN|MODEL",
            description =
                    "A run's folder or name, a checkpoint (.safetensors), a bundle (.fovea), or an"
                        + " ONNX model (.onnx) with its use in its metadata or in a .yaml beside"
                        + " it")
    private String model = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "Images")
    private final List<Path> files = new ArrayList<>();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where predictions.csv is written: image,label,<class scores>")
    private Path out = Path.of("");

    @Mixin private final NetChoice net = new NetChoice();
    @Mixin private final Output output = new Output();

    @Override
    public Integer call() {
        List<Problem> problems = new ArrayList<>();
        try (Predictor predictor = net.open(model, Plugins.discover());
                PredictionFile file =
                        PredictionFile.create(
                                out.resolve("predictions.csv"),
                                predictor.deployment().classList())) {
            List<Shown> shown = new ArrayList<>();
            for (Path path : files) {
                try {
                    Sample predicted = predictor.predict(List.of(sample(path))).getFirst();
                    file.add(predicted);
                    shown.add(described(predicted, predictor));
                } catch (InvalidInputException e) {
                    problems.addAll(e.problems());
                }
            }
            if (!shown.isEmpty()) {
                file.finish();
            }
            print(shown);
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return FoveaCommand.OK;
    }

    /// The best classes of an image with their scores.
    record Shown(String image, Map<String, Float> top) {}

    private static Sample sample(Path path) {
        return Sample.of(path.toString(), new ImageFile(path));
    }

    private static Shown described(Sample sample, Predictor predictor) {
        Map<String, Float> top = new LinkedHashMap<>();
        for (var annotation : sample.predictions()) {
            if (annotation instanceof ClassScores scores) {
                ranked(scores)
                        .forEach(
                                i ->
                                        top.put(
                                                predictor.deployment().classList().name(i),
                                                scores.scores().get(i)));
            }
        }
        return new Shown(sample.id(), top);
    }

    private static List<Integer> ranked(ClassScores scores) {
        return IntStream.range(0, scores.scores().size())
                .boxed()
                .sorted((a, b) -> Float.compare(scores.scores().get(b), scores.scores().get(a)))
                .limit(SHOWN)
                .toList();
    }

    private void print(List<Shown> predictions) {
        if (output.json()) {
            output.json(predictions);
            return;
        }
        for (Shown prediction : predictions) {
            String text =
                    prediction.top().entrySet().stream()
                            .map(
                                    e ->
                                            String.format(
                                                    Locale.ROOT,
                                                    "%s %.3f",
                                                    e.getKey(),
                                                    e.getValue()))
                            .collect(Collectors.joining("  "));
            output.line("%s  %s", prediction.image(), text);
        }
    }
}
