package fovea.app.cli;

import fovea.dataset.Dataset;
import fovea.dataset.DatasetParts;
import fovea.dataset.format.Datasets;
import fovea.experiment.Experiment;
import fovea.problem.InvalidInputException;
import fovea.run.ImportedModel;
import fovea.run.RunData;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Finds the samples a net is judged on.
final class DataChoice {
    private DataChoice() {}

    /// The samples an experiment is validated on.
    static Dataset validation(Experiment experiment) {
        String source = experiment.data().source();
        boolean there = Files.exists(Path.of(source));
        if (!there && source.equals(ImportedModel.NO_DATA)) {
            throw InvalidInputException.of(
                    experiment.name(),
                    "the net was imported without data, so there is none to judge it on",
                    "name some with --data PATH");
        }
        if (!there) {
            throw InvalidInputException.of(
                    source,
                    "the data the run was trained on is no longer there",
                    "put it back, or name other data with --data");
        }
        return RunData.open(experiment).validation();
    }

    /// Other data: its only part, or the one that is named.
    static Dataset part(Path data, Optional<String> part) {
        DatasetParts parts = Datasets.open(data);
        if (part.isEmpty() && parts.parts().size() == 1) {
            return parts.parts().values().iterator().next();
        }
        return part.flatMap(name -> Optional.ofNullable(parts.parts().get(name)))
                .orElseThrow(
                        () ->
                                InvalidInputException.of(
                                        data.toString(),
                                        part.map(name -> "it has no part " + name)
                                                .orElse("it has several parts"),
                                        "choose with --part one of "
                                                + String.join(", ", parts.parts().keySet())));
    }
}
