package fovea.app.cli;

import fovea.classification.ImportedClassifier;
import fovea.dataset.format.ClassNames;
import fovea.dataset.format.Datasets;
import fovea.engine.Engine;
import fovea.experiment.Catalog;
import fovea.importing.ImageSize;
import fovea.importing.ImportRequest;
import fovea.importing.ImportedNet;
import fovea.importing.ModelImporter;
import fovea.importing.PixelScale;
import fovea.plugin.Plugins;
import fovea.problem.InvalidInputException;
import fovea.run.FirstValidation;
import fovea.run.ImportedRun;
import fovea.run.RunFolder;
import fovea.sample.ClassList;
import fovea.training.Verdict;

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

/// `fovea import`: makes a run of a net that another program trained.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Make a run of a net from Keras (.keras, .h5) or Deeplearning4j (.zip)")
final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The model file")
    private Path file = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "RUN",
            description = "The run folder to make, such as runs/mobilenet")
    private Path out = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "PATH",
            description =
                    "Images of the classes the net knows: it is tested on them at once, and"
                            + " fine-tuned on them later")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--classes",
            paramLabel = "FILE",
            description =
                    "Class names, one a line, in the order of the net's outputs (those of --data,"
                            + " else class 0, class 1, …)")
    private Optional<Path> classes = Optional.empty();

    @Option(
            names = "--size",
            paramLabel = "CxHxW",
            description = "Size of the images where the net takes any, such as 3x224x224")
    private Optional<String> size = Optional.empty();

    @Option(
            names = "--scale",
            paramLabel = "SCALE",
            description =
                    "What pixel values become before they enter the net: unit (0 to 1), byte (0 to"
                        + " 255), signed (-1 to 1) or imagenet (byte where the net begins with a"
                        + " layer that scales them, else unit)")
    private Optional<PixelScale.Known> scale = Optional.empty();

    @Mixin private final DeviceChoice device = new DeviceChoice();
    @Mixin private final Output output = new Output();

    @Override
    public Integer call() {
        Plugins plugins = Plugins.discover();
        Catalog catalog = Catalog.of(plugins.all());
        ImportedNet net = read(plugins);
        Optional<ClassList> named = named();
        ImportedClassifier classifier =
                ImportedClassifier.of(net, file.toString(), named.map(ClassList::size));
        ImportRecipe recipe = new ImportRecipe(file, net, classifier, catalog);
        RunFolder run =
                ImportedRun.write(
                        out,
                        recipe.model(
                                recipe.classes(named), data, scale.map(PixelScale.Known::scale)));
        Optional<Verdict> verdict = data.flatMap(path -> judged(plugins, catalog, run));
        print(run, recipe, verdict);
        return FoveaCommand.OK;
    }

    private ImportedNet read(Plugins plugins) {
        ImportRequest request =
                new ImportRequest(size.map(text -> ImageSize.parse(text, "--size")));
        List<ModelImporter> importers = plugins.importers();
        for (ModelImporter importer : importers) {
            if (importer.recognises(file)) {
                return importer.read(file, request);
            }
        }
        throw InvalidInputException.of(
                file.toString(),
                "it is no model file that can be read",
                "known are "
                        + String.join(", ", importers.stream().map(ModelImporter::name).toList()));
    }

    /// What `--classes` says, else what the data is labelled with.
    private Optional<ClassList> named() {
        return classes.map(ClassNames::read)
                .or(
                        () ->
                                data.map(
                                        path ->
                                                Datasets.open(path)
                                                        .parts()
                                                        .values()
                                                        .iterator()
                                                        .next()
                                                        .classes()));
    }

    private Optional<Verdict> judged(Plugins plugins, Catalog catalog, RunFolder run) {
        Engine engine = device.engine(plugins);
        return FirstValidation.of(run, catalog, engine, device.device(engine));
    }

    private void print(RunFolder run, ImportRecipe recipe, Optional<Verdict> verdict) {
        recipe.notes().forEach(note -> output.err().println("note: " + note.message()));
        output.err().flush();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("run", run.root().toString());
        values.put("origin", recipe.origin());
        values.put("layers", recipe.layers());
        values.put("parameters", recipe.parameters());
        values.put("images", recipe.size());
        values.put("classes", recipe.classCount());
        verdict.ifPresent(
                found -> {
                    values.put("samples", found.samples());
                    values.putAll(found.metrics());
                });
        if (output.json()) {
            output.json(values);
            return;
        }
        values.forEach((name, value) -> output.line("%-36s %s", name, shown(value)));
        output.line("test it       fovea test %s --data PATH", run.root());
        output.line(
                "fine-tune it  fovea train %s --set data.source=PATH --set training.start=%s",
                run.experiment(), run.root());
    }

    private static String shown(Object value) {
        return value instanceof Double number
                ? String.format(java.util.Locale.ROOT, "%.4f", number)
                : value.toString();
    }
}
