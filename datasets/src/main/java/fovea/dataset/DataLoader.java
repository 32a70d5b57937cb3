package fovea.dataset;

import fovea.problem.InvalidInputException;
import fovea.problem.Problem;
import fovea.sample.Seed;
import fovea.tensor.InputSpec;

import java.util.List;
import java.util.stream.IntStream;

/// Makes batches of a dataset, on threads of its own unless the [LoaderSpec] asks for none.
///
/// The order of an epoch depends on the seed and the epoch's number, a sample's augmentation on
/// these and its index, the mixing of a batch on these and the batch's number: so batches are
/// bit-identical whatever the number of workers, and also when earlier ones are skipped. Memory is
/// bounded by `prefetch + 1` batches an open epoch, used again when a [Batch] is closed.
public final class DataLoader implements AutoCloseable {
    private final Dataset dataset;
    private final LoaderSpec spec;
    private final Remainder remainder;
    private final Seed seed;
    private final BatchFactory factory;

    /// @throws InvalidInputException if the dataset does not make a single batch
    public DataLoader(
            Dataset dataset, BatchRecipe recipe, LoaderSpec spec, Remainder remainder, Seed seed) {
        this.dataset = dataset;
        this.spec = spec;
        this.remainder = remainder;
        this.seed = seed;
        if (batchesPerEpoch() == 0) {
            throw InvalidInputException.of(
                    dataset.name(),
                    "%d samples do not make a batch of %d".formatted(dataset.size(), spec.batch()),
                    "add samples, choose a smaller batch, or keep the incomplete one");
        }
        requireAddressable(recipe.input());
        factory = new BatchFactory(dataset, recipe, spec);
    }

    public int batchesPerEpoch() {
        return switch (remainder) {
            case DROP -> dataset.size() / spec.batch();
            case KEEP -> Math.ceilDiv(dataset.size(), spec.batch());
        };
    }

    /// Starts an epoch.
    ///
    /// @param epoch its number from 0, which decides the order and the augmentation
    /// @param skipBatches batches at its start that are not made, because they were used before an
    ///   interruption
    public BatchIterator epoch(int epoch, Order order, int skipBatches) {
        if (factory.isClosed()) {
            throw new IllegalStateException("the loader of " + dataset.name() + " is closed");
        }
        EpochPlan plan = new EpochPlan(dataset.size(), order, seed.at(epoch));
        return new BatchIterator(
                factory,
                plan,
                IntStream.range(skipBatches, batchesPerEpoch()).mapToObj(this::range).iterator());
    }

    /// The samples that could not be read so far, each once.
    public List<Problem> problems() {
        return factory.problems();
    }

    /// Stops the threads and forgets the memory; open epochs end with a `CancellationException`.
    @Override
    public void close() {
        factory.close();
    }

    private void requireAddressable(InputSpec input) {
        double bytes =
                (double) spec.batch()
                        * input.channels()
                        * input.height()
                        * input.width()
                        * Float.BYTES;
        if (bytes > Integer.MAX_VALUE) {
            throw InvalidInputException.of(
                    "loader.batch",
                    "a batch of %d images would take %.1f GB, 2 GB is the most"
                            .formatted(spec.batch(), bytes / 1e9),
                    "choose a smaller batch or smaller images");
        }
    }

    private BatchBuilder.Range range(int batch) {
        int from = batch * spec.batch();
        return new BatchBuilder.Range(batch, from, Math.min(dataset.size(), from + spec.batch()));
    }
}
