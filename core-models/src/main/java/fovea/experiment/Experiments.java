package fovea.experiment;

import fovea.component.Component;
import fovea.problem.InvalidInputException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes new experiments of old ones.
public final class Experiments {
    private Experiments() {}

    /// An experiment with one field changed.
    ///
    /// @param path `optimizer.lr`, `data.augment.0.padding`; a component starts from its defaults
    ///   when its `type` changes
    /// @param text the new value in YAML; where the field is a text, the text itself
    /// @throws InvalidInputException if it cannot be so; places are paths
    public static Experiment with(
            Experiment experiment, String path, String text, Catalog catalog) {
        return with(Experiment.class, experiment, Map.of(path, text), catalog);
    }

    /// A component with several fields changed together.
    ///
    /// @param kind the component's kind, or its class if it has none
    /// @param texts new values by path, applied in the map's order
    /// @throws InvalidInputException if it cannot be so; places are paths
    public static <T extends Component> T with(
            Class<T> kind, T component, Map<String, String> texts, Catalog catalog) {
        Findings findings = new Findings();
        List<Change> changes =
                texts.entrySet().stream()
                        .map(entry -> new Change(entry.getKey(), entry.getValue(), entry.getKey()))
                        .toList();
        String text = ExperimentWriter.text(component, FieldType.of(kind));
        Optional<T> changed = new Reading(catalog, findings).read(kind, text, "", changes);
        if (!findings.isEmpty()) {
            throw new InvalidInputException(
                    findings.problemsByPath(String.join(", ", texts.keySet())));
        }
        return changed.orElseThrow();
    }

    /// The experiment with an absolute data source and start.
    ///
    /// @param folder what a relative path is relative to; where nothing is there, the working
    ///   directory
    public static Experiment resolved(Experiment experiment, Path folder) {
        DataSpec data = experiment.data();
        String source = absolute(folder, data.source());
        return new Experiment(
                experiment.name(),
                experiment.seed(),
                new DataSpec(
                        source,
                        data.train(),
                        data.validation(),
                        data.holdOut(),
                        data.limit(),
                        data.input(),
                        data.augment(),
                        data.augmentBatch(),
                        data.prepare(),
                        data.loader()),
                experiment.model(),
                experiment.optimizer(),
                experiment.schedule(),
                resolved(experiment.training(), folder));
    }

    private static TrainingSpec resolved(TrainingSpec training, Path folder) {
        return new TrainingSpec(
                training.epochs(),
                training.validateEvery(),
                training.accumulate(),
                training.clipNorm(),
                training.ema(),
                training.patience(),
                training.keep(),
                training.precision(),
                training.start().map(start -> absolute(folder, start)));
    }

    private static String absolute(Path folder, String path) {
        Path beside = folder.toAbsolutePath().resolve(path).normalize();
        Path here = Path.of(path).toAbsolutePath().normalize();
        return (Files.exists(beside) || !Files.exists(here) ? beside : here).toString();
    }
}
