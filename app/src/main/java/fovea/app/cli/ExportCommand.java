package fovea.app.cli;

import fovea.app.export.ExportReport;
import fovea.dataset.Dataset;
import fovea.deployment.ExportCheck;
import fovea.experiment.Catalog;
import fovea.onnx.OnnxPrecision;
import fovea.plugin.Plugins;
import fovea.problem.InvalidInputException;
import fovea.run.RunExport;
import fovea.run.TrainedNet;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `fovea export`: a net as a file for other programs and other people.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Write a run's best net as ONNX or as a bundle, checked against the run on real"
                        + " samples")
final class ExportCommand implements Callable<Integer> {
    /// What is written.
    enum Format {
        /// The net alone, with its use in its metadata.
        ONNX,
        /// ONNX, labels, preprocessing and a model card in one file.
        FOVEA
    }

    @Parameters(paramLabel = "RUN", description = "A run's folder or name, or a checkpoint")
    private String run = "";

    @Option(
            names = "--format",
            paramLabel = "onnx|fovea",
            description = "onnx, or fovea for a bundle (as the name after --out ends)")
    private Optional<Format> format = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The new file")
    private Path out = Path.of("");

    @Option(
            names = "--precision",
            paramLabel = "fp32|fp16|int8",
            defaultValue = "fp32",
            description =
                    "Numbers of the exported net: fp16 halves the file, int8 quarters it"
                            + " (${DEFAULT-VALUE})")
    private OnnxPrecision precision = OnnxPrecision.FP32;

    @Option(
            names = "--data",
            paramLabel = "PATH",
            description = "Samples to check with (the run's validation samples)")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--part",
            paramLabel = "NAME",
            description = "The part of --data; needed if it has several")
    private Optional<String> part = Optional.empty();

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "500",
            description = "How many samples to check with at most (${DEFAULT-VALUE})")
    private int samples = 500;

    @Mixin private final NetChoice net = new NetChoice();
    @Mixin private final Output output = new Output();

    @Override
    public Integer call() {
        Path file = named();
        if (samples < 1) {
            throw InvalidInputException.of(
                    "--samples " + samples, "nothing would be checked", "give 1 or more");
        }
        Plugins plugins = Plugins.discover();
        TrainedNet trained = net.trained(run, Catalog.of(plugins.all()));
        Dataset dataset =
                data.map(path -> DataChoice.part(path, part))
                        .orElseGet(() -> DataChoice.validation(trained.experiment()));
        RunExport export = new RunExport(trained, net.engine(plugins), precision);
        RunExport.Checked checked = export.check(dataset, samples);
        export.write(checked, file);
        print(file, checked);
        return FoveaCommand.OK;
    }

    /// The file, whose name must say what is in it.
    private Path named() {
        String name = out.toString().toLowerCase(Locale.ROOT);
        Format written = format.orElse(name.endsWith(".onnx") ? Format.ONNX : Format.FOVEA);
        String suffix = "." + written.name().toLowerCase(Locale.ROOT);
        if (!name.endsWith(suffix)) {
            throw InvalidInputException.of(
                    "--out " + out,
                    "the name does not end in " + suffix,
                    "name it so, or choose another --format");
        }
        return out;
    }

    private void print(Path file, RunExport.Checked checked) {
        ExportCheck check = checked.check();
        String engine = net.engineName();
        if (output.json()) {
            output.json(
                    new ExportReport(
                            file.toString(),
                            checked.model().bytes().length,
                            precision.name().toLowerCase(Locale.ROOT),
                            check.samples(),
                            check.largestDifference(),
                            check.metric().key(),
                            check.valueBefore(),
                            check.valueAfter(),
                            check.millisBefore(),
                            check.millisAfter()));
            return;
        }
        output.line("%-28s %12s %12s", check.samples() + " samples", engine, "onnx");
        output.line(
                "%-28s %12.2f %12.2f",
                check.metric().key(), check.valueBefore(), check.valueAfter());
        output.line(
                "%-28s %12.3f %12.3f", "ms an image", check.millisBefore(), check.millisAfter());
        output.line("%-28s %25.2e", "largest difference", check.largestDifference());
        output.line("%s, %,d bytes", file, checked.model().bytes().length);
    }
}
