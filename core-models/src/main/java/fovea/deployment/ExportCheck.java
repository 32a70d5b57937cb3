package fovea.deployment;

import fovea.dataset.BatchIterator;
import fovea.dataset.BatchRecipe;
import fovea.dataset.DataLoader;
import fovea.dataset.Dataset;
import fovea.dataset.LoaderSpec;
import fovea.dataset.Order;
import fovea.dataset.Remainder;
import fovea.dataset.Subset;
import fovea.engine.InferenceSession;
import fovea.evaluation.Evaluation;
import fovea.evaluation.Evaluator;
import fovea.evaluation.Metric;
import fovea.problem.InvalidInputException;
import fovea.sample.Seed;
import fovea.tensor.Batch;
import fovea.tensor.HostTensor;
import fovea.tensor.TargetEncoder;
import fovea.transform.Pipeline;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/// How an exported net compares with the one it was made from, on real samples.
///
/// @param samples how many were compared
/// @param largestDifference absolute, over all outputs that are decoded
/// @param metric what both are judged by
/// @param millisBefore median time for one image, without decoding the file
public record ExportCheck(
        int samples,
        double largestDifference,
        Metric metric,
        double valueBefore,
        double valueAfter,
        double millisBefore,
        double millisAfter) {
    /// What numbers of 32 bits may differ by.
    public static final double TOLERANCE = 1e-3;

    private static final int TIMED = 30;
    private static final int WARM = 10;
    private static final LoaderSpec LOADING = new LoaderSpec(32, 2, 4);

    /// Runs both nets over the first samples, evenly from each class.
    ///
    /// @param most how many samples at most
    /// @throws InvalidInputException if the data has other classes, or none of it can be read
    public static ExportCheck of(Deployment deployment, Nets nets, Dataset dataset, int most) {
        SessionPredictor.requireClasses(dataset, deployment.classList());
        Dataset some = dataset.size() <= most ? dataset : Subset.balanced(dataset, most);
        BatchRecipe recipe =
                BatchRecipe.of(
                        new Pipeline(deployment.prepare()),
                        deployment.input(),
                        TargetEncoder.none());
        Comparison comparison = new Comparison(deployment, nets);
        try (DataLoader loader =
                        new DataLoader(some, recipe, LOADING, Remainder.KEEP, new Seed(0));
                BatchIterator batches = loader.epoch(0, Order.SEQUENTIAL, 0)) {
            while (batches.hasNext()) {
                try (Batch batch = batches.next()) {
                    comparison.add(batch);
                }
            }
        }
        return comparison.result(dataset);
    }

    /// The net before and after the export.
    public record Nets(InferenceSession before, InferenceSession after) {}

    private static final class Comparison {
        private final Deployment deployment;
        private final Nets nets;
        private final Evaluator before;
        private final Evaluator after;
        private int samples;
        private double largest;
        private double[] millis = {};

        Comparison(Deployment deployment, Nets nets) {
            this.deployment = deployment;
            this.nets = nets;
            before = deployment.decoder().evaluator(deployment.classList());
            after = deployment.decoder().evaluator(deployment.classList());
        }

        void add(Batch batch) {
            if (samples == 0) {
                Map<String, HostTensor> one = Map.of(Batch.IMAGE, batch.images().first(1));
                millis = new double[] {time(nets.before(), one), time(nets.after(), one)};
            }
            Map<String, HostTensor> wanted = nets.before().run(batch.tensors());
            Map<String, HostTensor> found = nets.after().run(batch.tensors());
            largest = Math.max(largest, difference(wanted, found));
            decode(batch, wanted, before);
            decode(batch, found, after);
            samples += batch.size();
        }

        private double difference(Map<String, HostTensor> wanted, Map<String, HostTensor> found) {
            double most = 0;
            for (String name : deployment.decoder().outputs()) {
                float[] a = given(name, wanted).toArray();
                float[] b = given(name, found).toArray();
                most =
                        Math.max(
                                most,
                                IntStream.range(0, a.length)
                                        .mapToDouble(i -> Math.abs((double) a[i] - b[i]))
                                        .max()
                                        .orElse(0));
            }
            return most;
        }

        private static HostTensor given(String name, Map<String, HostTensor> outputs) {
            HostTensor tensor = outputs.get(name);
            if (tensor == null) {
                throw new IllegalArgumentException("no output " + name + " in " + outputs.keySet());
            }
            return tensor;
        }

        private void decode(Batch batch, Map<String, HostTensor> outputs, Evaluator into) {
            for (int row = 0; row < batch.size(); row++) {
                into.add(
                        batch.samples()
                                .get(row)
                                .withPredictions(deployment.decoder().decode(outputs, row)));
            }
        }

        private static double time(InferenceSession net, Map<String, HostTensor> image) {
            double[] times = new double[TIMED];
            for (int i = -WARM; i < TIMED; i++) {
                long start = System.nanoTime();
                net.run(image);
                if (i >= 0) {
                    times[i] = (System.nanoTime() - start) / 1e6;
                }
            }
            Arrays.sort(times);
            return times[TIMED / 2];
        }

        ExportCheck result(Dataset dataset) {
            if (samples == 0) {
                throw InvalidInputException.of(
                        dataset.name(),
                        "none of its samples can be read, so the export cannot be checked",
                        "name other data with --data");
            }
            Evaluation first = before.evaluation();
            return new ExportCheck(
                    samples,
                    largest,
                    first.primary(),
                    first.value(first.primary()),
                    after.evaluation().value(first.primary()),
                    millis[0],
                    millis[1]);
        }
    }

    /// Whether the export gives the same numbers, as far as 32 bits tell.
    public boolean agrees() {
        return largestDifference <= TOLERANCE;
    }
}
