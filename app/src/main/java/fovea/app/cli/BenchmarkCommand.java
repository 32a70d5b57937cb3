package fovea.app.cli;

import fovea.app.benchmark.Benchmark;
import fovea.app.benchmark.BenchmarkNets;
import fovea.app.benchmark.BenchmarkResult;
import fovea.app.benchmark.LoaderBenchmark;
import fovea.app.benchmark.SideBySide;
import fovea.engine.Engine;
import fovea.experiment.Catalog;
import fovea.graph.Graph;
import fovea.graph.Shape;
import fovea.plugin.Plugins;
import fovea.problem.InvalidInputException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `fovea benchmark`: how fast a net runs on this machine.
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        description = "Measure how fast a net trains or predicts on this machine")
final class BenchmarkCommand implements Callable<Integer> {
    private static final int MOST_BATCH = 65_536;
    private static final int MOST_STEPS = 1_000_000;
    private static final Pattern SIZE =
            Pattern.compile("([1-9]\\d{0,3})x([1-9]\\d{0,4})x([1-9]\\d{0,4})");

    /// What is measured.
    enum Mode {
        /// Forward, backward and update of a net.
        TRAIN,
        /// Forward of a net.
        INFER,
        /// The data loader of an experiment alone.
        LOAD
    }

    @Parameters(index = "0", paramLabel = "train|infer|load", description = "What to measure")
    private Mode mode = Mode.TRAIN;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            defaultValue = "lenet",
            description = "Such as lenet, resnet20, unet16 (${DEFAULT-VALUE})")
    private String model = "lenet";

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "64",
            description = "Images in a batch (${DEFAULT-VALUE})")
    private int batch = 64;

    @Option(
            names = "--size",
            paramLabel = "CxHxW",
            description = "Image size (what the net is usually measured at)")
    private String size = "";

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "100",
            description = "Measured steps (${DEFAULT-VALUE})")
    private int steps = 100;

    @Mixin private DeviceChoice choice = new DeviceChoice();

    @Mixin private Output output = new Output();

    @Option(
            names = "--experiment",
            paramLabel = "EXPERIMENT",
            defaultValue = "fashion-mnist",
            description = "Whose data loader `load` measures (${DEFAULT-VALUE})")
    private String experiment = "";

    @Mixin private final ExperimentChoice overrides = new ExperimentChoice();

    @Override
    public Integer call() {
        require(batch >= 1 && batch <= MOST_BATCH, "--batch " + batch, "give 1 to " + MOST_BATCH);
        require(steps >= 1 && steps <= MOST_STEPS, "--steps " + steps, "give 1 to " + MOST_STEPS);
        Plugins plugins = Plugins.discover();
        List<String> engines = choice.engineNames();
        if (mode != Mode.LOAD && engines.size() > 1) {
            engines.forEach(engine -> DeviceChoice.require(engine, plugins));
            compare(SideBySide.measure(engines, words()));
            return FoveaCommand.OK;
        }
        switch (mode) {
            case TRAIN, INFER -> print(measured(plugins));
            case LOAD -> print(loaded(Catalog.of(plugins.all())));
        }
        return FoveaCommand.OK;
    }

    /// What measures one engine in a process of its own.
    private List<String> words() {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "benchmark",
                                mode.name().toLowerCase(Locale.ROOT),
                                "--model",
                                model,
                                "--batch",
                                Integer.toString(batch),
                                "--steps",
                                Integer.toString(steps)));
        if (!size.isEmpty()) {
            words.addAll(List.of("--size", size));
        }
        words.addAll(choice.computeWords());
        return words;
    }

    private void compare(Map<String, BenchmarkResult> results) {
        if (output.json()) {
            output.json(results);
            return;
        }
        output.line(
                "%-8s %12s %10s %16s %10s",
                "engine", "images/s", "ratio", "first step, s", "peak MB");
        double first = results.values().iterator().next().imagesPerSecond();
        results.forEach(
                (engine, result) ->
                        output.line(
                                "%-8s %12.1f %10.2f %16.2f %10d",
                                engine,
                                result.imagesPerSecond(),
                                result.imagesPerSecond() / first,
                                result.firstStepSeconds(),
                                result.peakMemoryMb()));
    }

    private BenchmarkResult measured(Plugins plugins) {
        Shape image = size.isEmpty() ? BenchmarkNets.usualSize(model) : parsed();
        Graph graph =
                BenchmarkNets.find(model, image)
                        .orElseThrow(
                                () ->
                                        InvalidInputException.of(
                                                "--model " + model,
                                                "there is no such net",
                                                "choose one of "
                                                        + String.join(
                                                                ", ", BenchmarkNets.names())));
        Engine engine = choice.engine(plugins);
        Benchmark benchmark = new Benchmark(engine, choice.device(engine), graph, batch);
        return mode == Mode.INFER ? benchmark.infer(steps) : benchmark.train(steps);
    }

    private LoaderBenchmark.Result loaded(Catalog catalog) {
        return LoaderBenchmark.measure(overrides.read(experiment, catalog));
    }

    private void print(BenchmarkResult result) {
        if (output.json()) {
            output.json(result);
            return;
        }
        output.line(
                "%.1f images/s (best round %.1f)",
                result.imagesPerSecond(), result.bestImagesPerSecond());
        output.line(
                "%d MiB at the peak, %s on the way", result.peakMemoryMb(), result.residentMb());
        output.line(
                "%.2f s from the start to the end of the first step", result.firstStepSeconds());
        output.line(
                "%,d parameters, %,d multiply-adds an image",
                result.parameters(), result.multiplyAdds());
    }

    private void print(LoaderBenchmark.Result result) {
        if (output.json()) {
            output.json(result);
        } else {
            output.line(
                    "%.0f images/s with %d workers", result.imagesPerSecond(), result.workers());
        }
    }

    private Shape parsed() {
        Matcher matcher = SIZE.matcher(size);
        require(matcher.matches(), "--size " + size, "give channels x height x width: 3x224x224");
        return Shape.image(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    private static void require(boolean condition, String place, String cure) {
        if (!condition) {
            throw InvalidInputException.of(place, "this cannot be measured", cure);
        }
    }
}
