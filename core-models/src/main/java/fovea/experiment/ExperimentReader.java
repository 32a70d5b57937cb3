package fovea.experiment;

import fovea.component.Component;
import fovea.problem.InvalidInputException;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Reads experiments and components from YAML. Everything that is wrong is told at once, by file
/// and line or by override: unknown keys and names with what may have been meant, wrong types,
/// values out of range, what is missing, what records refuse.
public final class ExperimentReader {
    private ExperimentReader() {}

    /// An experiment file. The data source becomes absolute, see [Experiments#resolved].
    ///
    /// @param overrides `optimizer.lr=0.01`, `optimizer={type: sgd}`, `data.augment.0.padding=2`,
    ///   in the order in which they apply; the value is YAML, but the plain text where the field is
    ///   a text
    /// @throws InvalidInputException if the file cannot be read or anything is wrong with it
    public static Experiment read(Path file, List<String> overrides, Catalog catalog) {
        Experiment experiment =
                read(ExperimentFile.text(file), file.toString(), overrides, catalog);
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        try {
            return Experiments.resolved(experiment, folder);
        } catch (InvalidPathException e) {
            throw InvalidInputException.of(
                    file.toString(),
                    "data.source: no file can have this name (" + e.getReason() + ")",
                    "correct the source");
        }
    }

    /// An experiment whose data source stays as it is written.
    ///
    /// @param place what errors call the text; they add the line
    /// @throws InvalidInputException if anything is wrong
    public static Experiment read(
            String text, String place, List<String> overrides, Catalog catalog) {
        Findings findings = new Findings();
        List<Change> changes =
                overrides.stream()
                        .flatMap(override -> Change.parse(override, findings).stream())
                        .sorted(Comparator.comparingInt(Change::rank))
                        .toList();
        Optional<Experiment> experiment =
                new Reading(catalog, findings).read(Experiment.class, text, place, changes);
        findings.throwIfAny();
        return experiment.orElseThrow();
    }

    /// A single component of a kind, or a record of a class, from a file.
    ///
    /// @throws InvalidInputException if the file cannot be read or anything is wrong with it
    public static <T extends Component> T component(Class<T> kind, Path file, Catalog catalog) {
        return component(kind, ExperimentFile.text(file), file.toString(), catalog);
    }

    /// A single component of a kind, or a record of a class.
    ///
    /// @param place what errors call the text; they add the line
    /// @throws InvalidInputException if anything is wrong
    public static <T extends Component> T component(
            Class<T> kind, String text, String place, Catalog catalog) {
        Findings findings = new Findings();
        Optional<T> component = new Reading(catalog, findings).read(kind, text, place, List.of());
        findings.throwIfAny();
        return component.orElseThrow();
    }
}
