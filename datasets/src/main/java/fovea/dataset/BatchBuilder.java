package fovea.dataset;

import fovea.problem.InvalidInputException;
import fovea.problem.Problem;
import fovea.sample.Sample;
import fovea.sample.Seed;
import fovea.tensor.Batch;
import fovea.transform.BatchTransform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Fills one batch: reads, transforms, writes and mixes.
final class BatchBuilder {
    // A dataset in which so many in a row cannot be read is not worth an epoch's patience.
    private static final int MOST_UNREADABLE_IN_A_ROW = 100;

    private final Dataset dataset;
    private final BatchRecipe recipe;
    private final Consumer<Problem> problems;

    BatchBuilder(Dataset dataset, BatchRecipe recipe, Consumer<Problem> problems) {
        this.dataset = dataset;
        this.recipe = recipe;
        this.problems = problems;
    }

    /// The places `from` to `to` of an epoch.
    record Range(int batch, int from, int to) {}

    private record Decoded(Sample original, Sample withPixels) {}

    /// @param cancelled asked before each sample; then throws [CancellationException]
    Batch build(EpochPlan plan, Range range, BatchMemory memory, BooleanSupplier cancelled) {
        SampleWriter writer = new SampleWriter(recipe);
        List<Sample> samples = new ArrayList<>();
        for (int place = range.from(); place < range.to(); place++) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("the epoch was closed");
            }
            int index = plan.sampleAt(place);
            Optional<Decoded> decoded =
                    switch (plan.order()) {
                        case SHUFFLED -> Optional.of(readableFrom(index));
                        case SEQUENTIAL -> decode(index);
                    };
            if (decoded.isPresent()) {
                Seed seed = plan.sampleSeed(index);
                writer.write(decoded.get().withPixels(), seed, memory.row(samples.size()));
                samples.add(decoded.get().original());
            }
        }
        Batch batch = memory.batch(samples, () -> {});
        mix(batch, plan.batchSeed(range.batch()));
        return batch;
    }

    private void mix(Batch batch, Seed seed) {
        List<BatchTransform> transforms = recipe.batchTransforms();
        for (int i = 0; i < transforms.size(); i++) {
            transforms.get(i).apply(batch, seed.at(i));
        }
    }

    private Decoded readableFrom(int index) {
        int tries = Math.min(dataset.size(), MOST_UNREADABLE_IN_A_ROW);
        for (int i = 0; i < tries; i++) {
            Optional<Decoded> decoded = decode((int) (((long) index + i) % dataset.size()));
            if (decoded.isPresent()) {
                return decoded.get();
            }
        }
        throw InvalidInputException.of(
                dataset.name(),
                "none of %d samples in a row, from number %d on, can be read"
                        .formatted(tries, index),
                "see the problems reported for them and repair the dataset");
    }

    private Optional<Decoded> decode(int index) {
        try {
            Sample sample = dataset.sample(index);
            return Optional.of(new Decoded(sample, sample.withImage(sample.image().load())));
        } catch (InvalidInputException e) {
            e.problems().forEach(problems);
            return Optional.empty();
        }
    }
}
