package fovea.run;

import fovea.dataset.BatchRecipe;
import fovea.dataset.DataLoader;
import fovea.dataset.Dataset;
import fovea.dataset.DatasetParts;
import fovea.dataset.LoaderSpec;
import fovea.dataset.Remainder;
import fovea.dataset.Split;
import fovea.dataset.Subset;
import fovea.dataset.format.Datasets;
import fovea.experiment.DataSpec;
import fovea.experiment.Experiment;
import fovea.problem.InvalidInputException;
import fovea.tensor.TargetEncoder;
import fovea.training.TrainingData;
import fovea.transform.Pipeline;

import java.nio.file.Path;

/// Opens the data of an experiment.
public final class ExperimentData {
    /// How a dataset names its only part.
    private static final String ALL = "all";

    private ExperimentData() {}

    /// @throws InvalidInputException if the data cannot be used
    public static TrainingData open(Experiment experiment) {
        Split split = split(experiment);
        TargetEncoder targets = experiment.model().targets(split.train().classes());
        DataLoader train = trainLoader(experiment, split.train(), targets);
        DataLoader validation = loader(experiment.data(), split.validation(), targets);
        DataSpec data = experiment.data();
        new DataCheck(data.input(), data.augment(), targets).check(split.train());
        new DataCheck(data.input(), data.prepare(), targets).check(split.validation());
        return new TrainingData(split.train(), train, split.validation(), validation);
    }

    static Split split(Experiment experiment) {
        DataSpec spec = experiment.data();
        DatasetParts parts = Datasets.open(Path.of(spec.source()));
        Dataset train = part(parts, spec.train(), spec.source());
        Dataset validation = parts.parts().get(spec.validation());
        Split split =
                validation == null
                        ? Split.holdOut(train, spec.holdOut(), Seeds.HOLD_OUT.of(experiment))
                        : new Split(train, validation);
        if (!split.train().classes().equals(split.validation().classes())) {
            throw InvalidInputException.of(
                    spec.source(),
                    "the parts '%s' and '%s' have different classes"
                            .formatted(spec.train(), spec.validation()),
                    "give both the same class names in the same order");
        }
        return new Split(limited(split.train(), spec.limit()), split.validation());
    }

    private static Dataset part(DatasetParts parts, String name, String source) {
        Dataset part = parts.parts().get(name);
        Dataset whole = parts.parts().get(ALL);
        if (part == null && whole != null) {
            return whole;
        }
        if (part == null) {
            throw InvalidInputException.of(
                    source,
                    "it has no part '%s', only %s"
                            .formatted(name, String.join(", ", parts.parts().keySet())),
                    "name one of these under data.train");
        }
        return part;
    }

    private static Dataset limited(Dataset dataset, int limit) {
        return limit == 0 ? dataset : Subset.balanced(dataset, limit);
    }

    private static DataLoader trainLoader(
            Experiment experiment, Dataset dataset, TargetEncoder targets) {
        DataSpec data = experiment.data();
        BatchRecipe recipe =
                new BatchRecipe(
                        new Pipeline(data.augment()), data.augmentBatch(), data.input(), targets);
        LoaderSpec loader = data.loader();
        // Batches whose gradients are added up are in use together.
        int prefetch = loader.prefetch() + experiment.training().accumulate() - 1;
        return new DataLoader(
                dataset,
                recipe,
                new LoaderSpec(loader.batch(), loader.workers(), prefetch),
                dataset.size() < loader.batch() ? Remainder.KEEP : Remainder.DROP,
                Seeds.DATA.of(experiment));
    }

    /// Batches of all samples in order, as for validation.
    static DataLoader loader(DataSpec data, Dataset dataset, TargetEncoder targets) {
        return new DataLoader(
                dataset,
                BatchRecipe.of(new Pipeline(data.prepare()), data.input(), targets),
                data.loader(),
                Remainder.KEEP,
                Seeds.PREPARE);
    }
}
