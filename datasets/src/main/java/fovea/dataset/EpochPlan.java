package fovea.dataset;

import fovea.sample.Seed;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Which samples an epoch's batches hold and the seeds they get: a function of the loader's seed
/// and the epoch's number alone.
final class EpochPlan {
    private static final int ORDER = 0;
    private static final int SAMPLES = 1;
    private static final int BATCHES = 2;

    private final Order order;
    private final Seed seed;
    private final int[] indices;

    EpochPlan(int samples, Order order, Seed seed) {
        this.order = order;
        this.seed = seed;
        indices = IntStream.range(0, samples).toArray();
        if (order == Order.SHUFFLED) {
            shuffle(seed.at(ORDER).random());
        }
    }

    private void shuffle(SplittableRandom random) {
        for (int i = indices.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = indices[i];
            indices[i] = indices[other];
            indices[other] = swapped;
        }
    }

    Order order() {
        return order;
    }

    /// The index in the dataset of the sample at a place of the epoch.
    int sampleAt(int place) {
        return indices[place];
    }

    Seed sampleSeed(int datasetIndex) {
        return seed.at(SAMPLES).at(datasetIndex);
    }

    Seed batchSeed(int batch) {
        return seed.at(BATCHES).at(batch);
    }
}
