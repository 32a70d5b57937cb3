package fovea.app.cli;

import fovea.classification.ImportedClassifier;
import fovea.experiment.Catalog;
import fovea.experiment.Experiment;
import fovea.experiment.ExperimentReader;
import fovea.experiment.ExperimentWriter;
import fovea.importing.Ending;
import fovea.importing.ImportedNet;
import fovea.importing.PixelScale;
import fovea.problem.InvalidInputException;
import fovea.problem.Problem;
import fovea.run.ImportedModel;
import fovea.sample.ClassList;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How an imported net becomes an experiment.
record ImportRecipe(Path file, ImportedNet net, ImportedClassifier classifier, Catalog catalog) {
    /// The names of the classes: the given ones, those of the file, or numbers.
    ///
    /// @throws InvalidInputException if there are more or fewer than the net tells apart
    ClassList classes(Optional<ClassList> given) {
        if (given.isPresent() && given.get().size() != classifier.classes()) {
            throw InvalidInputException.of(
                    file.toString(),
                    "the net tells %d classes apart, and %d are named: %s"
                            .formatted(
                                    classifier.classes(), given.get().size(), given.get().names()),
                    "name as many with --classes, in the order of the net's outputs; to train a"
                            + " net for other classes, import it without --data and fine-tune it"
                            + " then");
        }
        return given.orElseGet(() -> new ClassList(known()));
    }

    private List<String> known() {
        return net.classes().size() == classifier.classes()
                ? net.classes()
                : IntStream.range(0, classifier.classes()).mapToObj(i -> "class " + i).toList();
    }

    /// @param wanted what pixel values become before they enter the net, which may scale them again
    ImportedModel model(ClassList classes, Optional<Path> data, Optional<PixelScale> wanted) {
        PixelScale scale =
                net.scale()
                        .map(own -> wanted.map(own::after).orElse(own))
                        .or(() -> wanted)
                        .orElseGet(PixelScale.Known.UNIT::scale);
        return new ImportedModel(
                experiment(data, scale), classifier.weights(), classes, origin(), notes());
    }

    private Experiment experiment(Optional<Path> data, PixelScale scale) {
        String source =
                data.map(path -> path.toAbsolutePath().normalize().toString())
                        .orElse(ImportedModel.NO_DATA);
        String resize =
                "[{type: resize, width: %d, height: %d}]"
                        .formatted(net.size().width(), net.size().height());
        String text =
                """
                name: %s
                data:
                  source: %s
                  input:
                    channels: %d
                    height: %d
                    width: %d
                    mean: %s
                    std: %s
                  augment: %s
                  prepare: %s
                  loader: {batch: 32}
                model:
                %s
                optimizer: {type: adamw, lr: 0.0001}
                """
                        .formatted(
                                name(),
                                quoted(source),
                                net.size().channels(),
                                net.size().height(),
                                net.size().width(),
                                scale.mean(),
                                scale.std(),
                                resize,
                                resize,
                                ExperimentWriter.format(classifier.model())
                                        .lines()
                                        .map(line -> "  " + line)
                                        .collect(Collectors.joining("\n")));
        return ExperimentReader.read(text, file.toString(), List.of(), catalog);
    }

    private static String quoted(String path) {
        return "'" + path.replace("'", "''") + "'";
    }

    /// The file's name as an experiment may have it.
    private String name() {
        String stem =
                String.valueOf(file.getFileName())
                        .replaceAll("\\.(keras|h5|hdf5|zip)$", "")
                        .replaceAll("[^A-Za-z0-9._-]", "-")
                        .replaceAll("^[^A-Za-z0-9]+", "");
        String name = stem.isEmpty() ? "imported" : stem;
        return quoted(name.substring(0, Math.min(name.length(), 64)));
    }

    String origin() {
        return net.origin() + ", " + file.getFileName();
    }

    /// What the importer said, and what became of the net's end.
    List<Problem> notes() {
        List<Problem> notes = new ArrayList<>(net.notes());
        if (classifier.head() == ImportedClassifier.Head.NEW) {
            notes.add(
                    new Problem(
                            file.toString(),
                            "the net has no last layer with classes, so it got one that knows"
                                    + " nothing yet",
                            "fine-tune it before it is used"));
        }
        if (net.ending() instanceof Ending.Linear linear && linear.scores() == Ending.Scores.RAW) {
            notes.add(
                    new Problem(
                            file.toString(),
                            "its last layer has no activation: its outputs are taken as logits of"
                                    + " classes that exclude one another",
                            "export it with its activation if something else is meant"));
        }
        return notes;
    }

    int layers() {
        return net.layers().layers().size();
    }

    String size() {
        return net.size().toString();
    }

    int classCount() {
        return classifier.classes();
    }

    /// Trained numbers; running statistics are not counted, as is usual.
    long parameters() {
        return classifier.weights().tensors().entrySet().stream()
                .filter(entry -> !entry.getKey().contains(".running_"))
                .mapToLong(entry -> entry.getValue().elements())
                .sum();
    }
}
