package fovea.app.benchmark;

import com.fasterxml.jackson.annotation.JsonProperty;

import fovea.dataset.BatchIterator;
import fovea.dataset.Order;
import fovea.experiment.Experiment;
import fovea.run.ExperimentData;
import fovea.tensor.Batch;
import fovea.training.TrainingData;

/// How fast an experiment's training batches are made when nobody trains on them.
public final class LoaderBenchmark {
    private static final double SECONDS = 3;

    private LoaderBenchmark() {}

    /// What was measured: whole epochs after a first that warms up.
    public record Result(
            @JsonProperty("images_per_second") double imagesPerSecond,
            @JsonProperty("workers") int workers) {}

    public static Result measure(Experiment experiment) {
        try (TrainingData data = ExperimentData.open(experiment)) {
            epoch(data, 0);
            long start = System.nanoTime();
            long images = 0;
            for (int epoch = 1; seconds(start) < SECONDS; epoch++) {
                images += epoch(data, epoch);
            }
            return new Result(images / seconds(start), experiment.data().loader().workers());
        }
    }

    private static long epoch(TrainingData data, int epoch) {
        long images = 0;
        try (BatchIterator batches = data.train().epoch(epoch, Order.SHUFFLED, 0)) {
            while (batches.hasNext()) {
                try (Batch batch = batches.next()) {
                    images += batch.size();
                }
            }
        }
        return images;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
